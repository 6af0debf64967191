package jp.otodoke.subscriptions;

import java.time.LocalDate;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * What became of a turn.
 *
 * @param order of a turn that was made
 * @param reason of any other
 * @param detail says more of the reason
 */
public record DecidedTurn(
        int turn,
        LocalDate nominal,
        LocalDate delivery,
        TurnState state,
        @Nullable OrderNumber order,
        @Nullable SkipReason reason,
        @Nullable BilingualText detail) {}
