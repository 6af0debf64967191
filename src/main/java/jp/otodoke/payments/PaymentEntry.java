package jp.otodoke.payments;

import java.time.Instant;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay an order, or money that came in for it.
 *
 * @param id unique among those of an order
 * @param reference the transaction at the card gateway, or the bank's reference of the deposit; null if there is none
 * @param at when it was begun or came in
 */
public record PaymentEntry(
        String id, PaymentMethod method, Status status, Yen amount, @Nullable String reference, Instant at) {
    public enum Status {
        PENDING,
        UNKNOWN,
        AUTHORIZED,
        FAILED,
        VOIDED,
        PAID,
        /** A match that was undone, or a deposit that the bank took back. */
        REVERSED
    }
}
