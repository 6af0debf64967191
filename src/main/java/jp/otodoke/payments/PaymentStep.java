package jp.otodoke.payments;

import java.time.Instant;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to the money of an order.
 *
 * @param how the method, the account, the route or the reason, as a code of the kind
 * @param state what became of it; null where that needs no word
 * @param detail the gateway's answer, a result code, who decided; null if there is none
 */
public record PaymentStep(
        Instant at,
        Kind kind,
        String how,
        Yen amount,
        @Nullable String reference,
        @Nullable String state,
        @Nullable String detail) {
    /** Why a card was refused; null for anything else. */
    public @Nullable DeclineGroup declined() {
        return kind == Kind.CARD && detail != null && "DECLINED".equals(state)
                ? CardDecline.of(detail).group()
                : null;
    }

    public enum Kind {
        /** What is owed changed. */
        CHARGE,
        /** The gateway was asked. */
        CARD,
        /** A slip of a convenience store was made. */
        SLIP,
        /** A claim on an account was collected. */
        DEBIT,
        /** Money settled what is owed, or was taken back. */
        ALLOCATION,
        REFUND,
        /** A statement asks for it. */
        STATEMENT
    }
}
