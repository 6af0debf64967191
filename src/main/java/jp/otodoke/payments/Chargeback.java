package jp.otodoke.payments;

import java.time.Instant;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Money that a card company has taken back (チャージバック).
 *
 * @param id the gateway's
 * @param reason the card company's, as reported; null if it gave none
 */
public record Chargeback(
        String id,
        String transactionNo,
        OrderNumber order,
        Yen amount,
        @Nullable String reason,
        State state,
        Instant openedAt) {
    public enum State {
        /** Nobody has decided yet. */
        OPEN,
        /** The card company has our proof, and decides. */
        CONTESTED,
        /** We leave it the money. */
        ACCEPTED,
        /** The money is back. */
        WON,
        LOST;

        boolean isUndecided() {
            return this == OPEN || this == CONTESTED;
        }
    }
}
