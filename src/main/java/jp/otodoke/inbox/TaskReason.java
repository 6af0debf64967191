package jp.otodoke.inbox;

import jp.otodoke.shared.BilingualText;

/**
 * What is wrong with what, for staff.
 *
 * @param masked the same for those for whom personal data is masked: still enough to know what to do
 */
public record TaskReason(BilingualText full, BilingualText masked) {
    /** One that says nothing of persons. */
    public static TaskReason of(BilingualText reason) {
        return new TaskReason(reason, reason);
    }
}
