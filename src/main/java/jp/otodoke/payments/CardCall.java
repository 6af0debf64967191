package jp.otodoke.payments;

import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One call to the card gateway. The id is the call's idempotency key, save of a refund, which has its own; the transaction number permanently
 * identifies the payment attempt.
 *
 * @param amount what is to be reserved, captured, voided or refunded
 * @param refundKey by which the gateway knows the refund that is asked for or searched; null for anything else
 */
public record CardCall(
        long callId,
        Kind kind,
        String transactionNo,
        Yen amount,
        @Nullable String token,
        OrderNumber orderNumber,
        @Nullable String refundKey) {
    CardCall readable(Secrets secrets) {
        return token == null
                ? this
                : new CardCall(callId, kind, transactionNo, amount, secrets.decrypt(token), orderNumber, refundKey);
    }

    public enum Kind {
        AUTHORISE,
        CAPTURE,
        VOID,
        REFUND,
        SEARCH
    }
}
