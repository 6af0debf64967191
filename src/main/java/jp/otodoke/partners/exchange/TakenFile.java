package jp.otodoke.partners.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of an incoming file.
 *
 * @param reason why it was refused
 */
public record TakenFile(State state, @Nullable String reason) {
    static final TakenFile TAKEN = new TakenFile(State.TAKEN, null);
    static final TakenFile UNFINISHED = new TakenFile(State.UNFINISHED, null);

    static TakenFile refused(String reason) {
        return new TakenFile(State.REFUSED, reason);
    }

    /** The outcomes of a file. */
    public enum State {
        /** Its records are booked or quarantined. */
        TAKEN,
        /** It was refused as a whole. */
        REFUSED,
        /** It may still be uploading and was left alone. */
        UNFINISHED
    }
}
