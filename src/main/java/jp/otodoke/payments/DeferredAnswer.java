package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * The provider's answer to a call; of a FIND it is where the transaction stands.
 *
 * @param providerId its number of the transaction; null if it does not say
 * @param codes why it holds, refuses or does not understand
 * @param amount that it bills; null if it does not say
 */
public record DeferredAnswer(
        long callId, Outcome outcome, @Nullable String providerId, List<String> codes, @Nullable Yen amount) {
    public static DeferredAnswer unknown(long callId) {
        return new DeferredAnswer(callId, Outcome.UNKNOWN, null, List.of(), null);
    }

    public enum Outcome {
        OK,
        HOLD,
        REVIEW,
        REFUSED,
        CANCELLED,
        REPORTED,
        /** Reported, and the parcel was found to have arrived. */
        CONFIRMED,
        /** Reported, but the parcel was not found. */
        UNCONFIRMED,
        /** It does not accept what it was asked to do. */
        ERROR,
        NOT_FOUND,
        UNKNOWN
    }
}
