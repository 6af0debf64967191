package jp.otodoke.orders;

import jp.otodoke.shared.BilingualText;

/**
 * Why an order was cancelled.
 *
 * @param words free text or a standard reason, for staff only; customers are shown the text of the cause
 */
public record CancelReason(Cause cause, BilingualText words) {
    /** The cause as communicated to customers; its text is the message {@code cancel.cause.<CAUSE>}. */
    public enum Cause {
        REQUESTED,
        NOT_PAID,
        CARD_REFUSED,
        UNDELIVERABLE
    }

    /** @param written the reason as the requester typed it */
    public static CancelReason requested(String written) {
        return new CancelReason(Cause.REQUESTED, BilingualText.asWritten(written));
    }
}
