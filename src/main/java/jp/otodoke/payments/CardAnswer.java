package jp.otodoke.payments;

import org.jspecify.annotations.Nullable;

/**
 * The gateway's answer to a call; UNKNOWN if the answer was lost. For a search it is the current state of the
 * payment.
 *
 * @param last4 digits of the card; null if they are not told
 */
public record CardAnswer(
        long callId, Outcome outcome, @Nullable String gatewayId, @Nullable String code, @Nullable String last4) {
    /** One that does not tell which card it is about. */
    public CardAnswer(long callId, Outcome outcome, @Nullable String gatewayId, @Nullable String code) {
        this(callId, outcome, gatewayId, code, null);
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
