package jp.otodoke.desk.orderentry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.fulfilment.DeliveryDay;
import org.springframework.stereotype.Component;

/** Why days are not available, one line per run of days; templates use it as {@code @orderDays}. */
@Component("orderDays")
public class OrderDays {
    private static final int DAYS_AHEAD = 14;

    public record Reason(LocalDate from, LocalDate to, DeliveryDay.Why why) {}

    /** Those of the next two weeks. */
    public List<Reason> reasons(List<DeliveryDay> days) {
        var reasons = new ArrayList<Reason>();
        for (int ahead = 0; ahead < days.size(); ahead++) {
            var day = days.get(ahead);
            var why = day.why();
            var last = reasons.isEmpty() ? null : reasons.get(reasons.size() - 1);
            if (why != null
                    && last != null
                    && last.why() == why
                    && last.to().plusDays(1).equals(day.date())) {
                reasons.set(reasons.size() - 1, new Reason(last.from(), day.date(), why));
            } else if (why != null && ahead < DAYS_AHEAD) {
                reasons.add(new Reason(day.date(), day.date(), why));
            }
        }
        return reasons;
    }
}
