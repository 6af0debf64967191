package jp.otodoke.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A decision on a process's task that its diagram knows no way for: what it does ends, from outside, what waits there. It is
 * offered after those of the diagram.
 */
public interface ExtraDecision {
    /** Kind of task. */
    String type();

    /** Its code; the label is {@code task.<type>.<CODE>}. */
    String decision();

    /** Runs in the transaction that closes the task. */
    void decide(OpenTask task, @Nullable String comment, String staff);
}
