package jp.otodoke.orders;

import jp.otodoke.shared.BilingualText;

/**
 * Why an order ends.
 *
 * @param words for staff, who may have written them; customers read what is said of the cause
 */
public record CancelReason(Cause cause, BilingualText words) {
    /** What customers are told of; its sentence is the message {@code cancel.cause.<CAUSE>}. */
    public enum Cause {
        REQUESTED,
        NOT_PAID,
        CARD_REFUSED,
        UNDELIVERABLE
    }

    /** @param written by whoever asked for it */
    public static CancelReason requested(String written) {
        return new CancelReason(Cause.REQUESTED, BilingualText.asWritten(written));
    }
}
