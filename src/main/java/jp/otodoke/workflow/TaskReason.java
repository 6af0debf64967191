package jp.otodoke.workflow;

import jp.otodoke.shared.Words;

/**
 * What is wrong with what, for staff.
 *
 * @param masked the same for those for whom personal data is masked: still enough to know what to do
 */
public record TaskReason(Words full, Words masked) {
    /** One that says nothing of persons. */
    public static TaskReason of(Words reason) {
        return new TaskReason(reason, reason);
    }
}
