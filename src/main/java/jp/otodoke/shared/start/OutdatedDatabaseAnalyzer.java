package jp.otodoke.shared.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start on an outdated database end with what to do, in place of a stack trace. */
class OutdatedDatabaseAnalyzer extends AbstractFailureAnalyzer<OutdatedDatabase> {
    @Override
    protected FailureAnalysis analyze(Throwable root, OutdatedDatabase cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Start anew: delete OTODOKE_HOME/database (embedded database) or name an empty database.\n"
                        + "To keep your data, export it as CSV with the older checkout first and import it here afterwards"
                        + " (docs/operations.md, Upgrade).",
                cause);
    }
}
