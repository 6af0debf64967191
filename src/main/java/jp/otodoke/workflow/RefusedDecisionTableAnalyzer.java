package jp.otodoke.workflow;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start with a wrong decision table end with the place of each mistake, in place of a stack trace. */
class RefusedDecisionTableAnalyzer extends AbstractFailureAnalyzer<RefusedDecisionTable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedDecisionTable cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct the decision table or the setting that names what it may use.", cause);
    }
}
