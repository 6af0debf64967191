package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.BilingualText;

/**
 * One turn of a schedule.
 *
 * @param nominal the date by the rule
 * @param delivery the day on which it is delivered
 * @param causes why the two differ; empty if they don't
 */
public record PlannedTurn(int turn, LocalDate nominal, LocalDate delivery, List<BilingualText> causes) {
    /** The first turns of a rule; fewer if its dates run out. */
    static List<PlannedTurn> of(ScheduleRule rule, LocalDate first, int count, DeliverySchedule schedule) {
        var turns = new ArrayList<PlannedTurn>();
        for (int turn = 1; turn <= count; turn++) {
            var nominal = rule.date(first, turn);
            if (nominal.isEmpty()) {
                break;
            }
            var before = turns.isEmpty() ? null : turns.get(turns.size() - 1).delivery();
            var delivery = schedule.delivery(nominal.get(), before);
            turns.add(new PlannedTurn(turn, nominal.get(), delivery.day(), delivery.causes()));
        }
        return turns;
    }
}
