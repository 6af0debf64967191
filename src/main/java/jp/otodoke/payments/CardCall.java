package jp.otodoke.payments;

import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One call to the card gateway. The id is the call's idempotency key; the transaction number permanently
 * identifies the payment attempt.
 *
 * @param amount what is to be reserved, captured, voided or refunded
 */
public record CardCall(
        long callId, Kind kind, String transactionNo, Yen amount, @Nullable String token, OrderNumber orderNumber) {
    CardCall readable(Secrets secrets) {
        return token == null
                ? this
                : new CardCall(callId, kind, transactionNo, amount, secrets.decrypt(token), orderNumber);
    }

    public enum Kind {
        AUTHORISE,
        CAPTURE,
        VOID,
        REFUND,
        SEARCH
    }
}
