package jp.otodoke.payments.cards;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month's question to the agency which cards still work (洗替).
 *
 * @param cards how many it asks about
 * @param renewed how many have another number or expiry
 * @param unusable how many can't be charged any more
 * @param unclear how many had a code that is not known
 * @param sentAt when its request was written, which stays the same from then on
 * @param deliveredAt when that was placed into the folder of the agency
 * @param resultName the file that told the last of the answers
 */
public record CardUpdate(
        long id,
        YearMonth month,
        State state,
        Instant madeAt,
        String madeBy,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable String resultName,
        @Nullable Instant doneAt,
        long cards,
        long unchanged,
        long renewed,
        long unusable,
        long unclear) {
    /** How far it is. */
    public enum State {
        COLLECTED,
        SENT,
        DONE
    }
}
