package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule and the turn from which it is counted.
 *
 * @param anchor the first date of the rule
 * @param turn the turn of the subscription that is the rule's first
 */
public record Cycle(ScheduleRule rule, LocalDate anchor, int turn) {
    /** Empty if the rule's dates have run out. */
    Optional<LocalDate> date(int ofTurn) {
        return rule.date(anchor, ofTurn - turn + 1);
    }

    /** The same rule with this turn on another day and all others after it; empty if the rule can't be moved. */
    Optional<Cycle> moved(LocalDate day, int ofTurn) {
        return rule.movedTo(day, ofTurn - turn + 1).map(same -> new Cycle(same, day, ofTurn));
    }
}
