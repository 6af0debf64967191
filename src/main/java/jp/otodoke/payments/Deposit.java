package jp.otodoke.payments;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A deposit received; {@code remaining} is the part not yet matched to an order.
 *
 * @param rule by which it was matched by itself; null if it was not
 */
public record Deposit(
        long id,
        String source,
        LocalDate postingDate,
        Yen amount,
        Yen remaining,
        @Personal(Personal.Kind.NAME) String remitterKana,
        State state,
        Instant receivedAt,
        DepositProposals.@Nullable Reason rule) {
    /** Whether a part of it has still to be matched. */
    public boolean open() {
        return state == State.UNMATCHED || state == State.PROPOSED;
    }

    public enum State {
        UNMATCHED,
        PROPOSED,
        MATCHED,
        REVERSED
    }
}
