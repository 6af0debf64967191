package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.BilingualText;

/**
 * A turn that is still to come.
 *
 * @param state PLANNED or PAUSED
 * @param causes why the delivery is not on its nominal date
 */
public record ComingTurn(
        int turn,
        LocalDate nominal,
        LocalDate delivery,
        TurnState state,
        List<Item> items,
        List<BilingualText> causes) {}
