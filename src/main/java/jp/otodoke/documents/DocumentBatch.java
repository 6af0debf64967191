package jp.otodoke.documents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one kind for many, and how far they are.
 *
 * @param fromDay first day of shipping, or of the period of statements
 * @param total how many there will be
 * @param issued how many there are
 * @param refused for how many there can be none
 * @param endedBy who stopped it
 */
public record DocumentBatch(
        long id,
        DocumentKind kind,
        LocalDate fromDay,
        LocalDate toDay,
        State state,
        String begunBy,
        Instant begunAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        long total,
        long issued,
        long refused) {
    /** Whether it goes on. */
    public enum State {
        RUNNING,
        /** By a person; what was issued by then stays and can be printed. */
        STOPPED,
        DONE
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** How many have been worked on. */
    public long worked() {
        return issued + refused;
    }
}
