package jp.otodoke.workflow;

import java.util.List;

/** Rules of a decision table name what doesn't exist. */
public final class RefusedDecisionTable extends RuntimeException {
    /** @param problems each with the table, the rule and the text that is wrong */
    RefusedDecisionTable(List<String> problems) {
        super(String.join("\n", problems));
    }
}
