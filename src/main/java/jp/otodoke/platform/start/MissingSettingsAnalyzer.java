package jp.otodoke.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a refused start with a list of missing settings instead of a stack trace. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettings> {
    @Override
    protected FailureAnalysis analyze(Throwable root, MissingSettings cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Set these variables (.env.example, docs/operations.md) and start again.", cause);
    }
}
