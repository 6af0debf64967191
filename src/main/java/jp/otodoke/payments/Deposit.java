package jp.otodoke.payments;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.Yen;

/** A deposit received; {@code remaining} is the part not yet matched to an order. */
public record Deposit(
        long id,
        String source,
        LocalDate postingDate,
        Yen amount,
        Yen remaining,
        @Personal(Personal.Kind.NAME) String remitterKana,
        State state,
        Instant receivedAt) {
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
