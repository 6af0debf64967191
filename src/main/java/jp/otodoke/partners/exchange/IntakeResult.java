package jp.otodoke.partners.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of an incoming file.
 *
 * @param reason why it was refused
 */
public record IntakeResult(State state, @Nullable String reason) {
    static final IntakeResult BOOKED = new IntakeResult(State.BOOKED, null);
    static final IntakeResult INCOMPLETE = new IntakeResult(State.INCOMPLETE, null);

    static IntakeResult refused(String reason) {
        return new IntakeResult(State.REFUSED, reason);
    }

    /** The outcomes of a file. */
    public enum State {
        /** Its records are booked or quarantined. */
        BOOKED,
        /** It was refused as a whole. */
        REFUSED,
        /** It may still be uploading and was left alone. */
        INCOMPLETE
    }
}
