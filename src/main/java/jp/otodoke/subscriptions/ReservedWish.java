package jp.otodoke.subscriptions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A wish that takes effect at a turn or on a day (変更予約).
 *
 * @param id null until it is stored
 * @param fromTurn the turn with which it begins; null if a day tells
 * @param fromDate the nominal date of a turn from which on it counts
 * @param once for that turn only
 */
public record ReservedWish(
        @Nullable Long id, Wish wish, @Nullable Integer fromTurn, @Nullable LocalDate fromDate, boolean once) {
    boolean covers(int turn, LocalDate nominal) {
        if (fromTurn != null) {
            return once ? turn == fromTurn : turn >= fromTurn;
        }
        return fromDate != null && !nominal.isBefore(fromDate);
    }

    /** Whether it is over with this turn. */
    boolean endsWith(int turn) {
        return once && fromTurn != null && fromTurn <= turn;
    }
}
