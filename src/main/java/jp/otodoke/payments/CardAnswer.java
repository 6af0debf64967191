package jp.otodoke.payments;

import org.jspecify.annotations.Nullable;

/** What the gateway said to a call; UNKNOWN when its answer was lost. For a search: the payment's present state. */
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
