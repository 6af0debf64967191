package jp.otodoke.payments;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's answer to a call; UNKNOWN if the answer was lost. For a search it is the current state of the
 * payment.
 *
 * @param last4 digits of the card; null if they are not told
 * @param brand of the card; null if it is not told
 * @param expires the card's last month; null if it is not told
 */
public record CardAnswer(
        long callId,
        Outcome outcome,
        @Nullable String gatewayId,
        @Nullable String code,
        @Nullable String last4,
        @Nullable String brand,
        @Nullable YearMonth expires) {
    /** One that does not tell which card it is about. */
    public CardAnswer(long callId, Outcome outcome, @Nullable String gatewayId, @Nullable String code) {
        this(callId, outcome, gatewayId, code, null);
    }

    /** One that tells only the last digits of the card. */
    public CardAnswer(
            long callId, Outcome outcome, @Nullable String gatewayId, @Nullable String code, @Nullable String last4) {
        this(callId, outcome, gatewayId, code, last4, null, null);
    }

    public enum Outcome {
        AUTHORISED,
        CAPTURED,
        VOIDED,
        REFUNDED,
        DECLINED,
        NOT_FOUND,
        UNKNOWN
    }
}
