package jp.otodoke.inbox;

import jp.otodoke.shared.BilingualText;

/**
 * Describes the problem to staff.
 *
 * @param masked the version for staff who see personal data masked; must still say what to do
 */
public record TaskReason(BilingualText full, BilingualText masked) {
    /** A reason that contains no personal data. */
    public static TaskReason of(BilingualText reason) {
        return new TaskReason(reason, reason);
    }
}
