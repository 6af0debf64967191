package jp.otodoke.payments;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.payments.SlipOutcome.State;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What the agency reports about one payment of a slip at a store.
 *
 * @param paidAt to the minute, when the store took the money; with the slip it tells one payment from another
 * @param amount what was paid, whatever the slip asks for
 * @param store name of the chain of stores
 * @param transferOn when the agency transfers the money; null where it does not say so
 * @param record line of the file
 */
public record SlipNotice(
        Kind kind,
        SlipNumber slip,
        Instant paidAt,
        Yen amount,
        String store,
        @Nullable LocalDate transferOn,
        int record) {
    /** From the weakest to the strongest: of several about the same payment the last holds, whichever comes first. */
    public enum Kind {
        /** リアル: at once. */
        REALTIME(State.PROVISIONAL),
        /** 速報: within hours. */
        PRELIMINARY(State.PROVISIONAL),
        /** 速報取消: the till was mistaken. */
        WITHDRAWN(State.WITHDRAWN),
        /** 郵便振替: paid at a post office, which needs no 速報. */
        POSTAL(State.CONFIRMED),
        /** 確報: the money is certain, and will be transferred. */
        FINAL(State.CONFIRMED),
        /** 郵便振替訂正: the amount of 郵便振替 was another. */
        POSTAL_CORRECTED(State.CONFIRMED);

        private final State state;

        Kind(State state) {
            this.state = state;
        }

        State state() {
            return state;
        }
    }
}
