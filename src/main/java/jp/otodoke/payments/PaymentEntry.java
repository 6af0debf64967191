package jp.otodoke.payments;

import java.time.Instant;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay an order, or money that came in for it.
 *
 * @param id unique among those of an order
 * @param reference the transaction at the card gateway or at the provider of 後払い, the bank's reference of the deposit, or the number of the slip; null if
 *     there is none
 * @param at when it was begun or came in
 * @param slip by which it is to be paid; null if it is not to come, or comes in another way
 * @param virtualAccount branch and number of the account of its own to which it is to be paid; null if it has none
 */
public record PaymentEntry(
        String id,
        PaymentMethod method,
        Status status,
        Yen amount,
        @Nullable String reference,
        Instant at,
        @Nullable PaymentSlip slip,
        @Nullable String virtualAccount) {
    /** One without a slip. */
    public PaymentEntry(
            String id, PaymentMethod method, Status status, Yen amount, @Nullable String reference, Instant at) {
        this(id, method, status, amount, reference, at, null, null);
    }

    static PaymentEntry bySlip(PaymentSlip slip) {
        return new PaymentEntry(
                "S" + slip.number(),
                PaymentMethod.CONVENIENCE_STORE,
                Status.PENDING,
                slip.amount(),
                slip.number().value(),
                slip.madeAt(),
                slip,
                null);
    }

    static PaymentEntry toAccount(String virtualAccount, Yen amount, Instant since) {
        return new PaymentEntry(
                "V" + virtualAccount,
                PaymentMethod.BANK_TRANSFER,
                Status.PENDING,
                amount,
                virtualAccount,
                since,
                null,
                virtualAccount);
    }

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
