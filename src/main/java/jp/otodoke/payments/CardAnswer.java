package jp.otodoke.payments;

import org.jspecify.annotations.Nullable;

/**
 * The gateway's answer to a call; UNKNOWN if the answer was lost. For a search it is the current state of the
 * payment.
 */
public record CardAnswer(long callId, Outcome outcome, @Nullable String gatewayId, @Nullable String code) {
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
