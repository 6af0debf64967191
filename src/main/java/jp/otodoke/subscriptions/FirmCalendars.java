package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.subscriptions.FirmCalendar.Closed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the calendars of warehouse and carrier, all together in few queries: there are a few dozen closed days. */
@Component
class FirmCalendars {
    private static final String WAREHOUSE = "WAREHOUSE";
    private static final String CARRIER = "CARRIER";

    private final JdbcClient jdbc;
    private final SubscriptionPolicies policies;
    private final BusinessClock clock;

    FirmCalendars(JdbcClient jdbc, SubscriptionPolicies policies, BusinessClock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.clock = clock;
    }

    /** Of today, for all destinations. */
    @Transactional(readOnly = true)
    Calendars now() {
        var weekdays = new HashMap<String, Set<Integer>>();
        jdbc.sql("select party, weekday from fulfilment_closed_weekday_view").query(row -> {
            weekdays.computeIfAbsent(row.getString("party"), party -> new HashSet<>())
                    .add(row.getInt("weekday"));
        });
        var days = new HashMap<String, Set<LocalDate>>();
        jdbc.sql("select party, day from fulfilment_closed_day_view").query(row -> {
            days.computeIfAbsent(row.getString("party"), party -> new HashSet<>())
                    .add(row.getObject("day", LocalDate.class));
        });
        var leads = new HashMap<String, Lead>();
        jdbc.sql(
                        """
                        select distinct on (prefecture) prefecture, days, earliest_slot from fulfilment_lead_time_view
                         where valid_from <= :today order by prefecture, valid_from desc
                        """)
                .param("today", clock.today())
                .query(row -> {
                    leads.put(
                            row.getString("prefecture"),
                            new Lead(row.getInt("days"), TimeSlot.of(row.getString("earliest_slot"))));
                });
        return new Calendars(
                closed(WAREHOUSE, weekdays, days), closed(CARRIER, weekdays, days), leads, policies.current());
    }

    private static Closed closed(String party, Map<String, Set<Integer>> weekdays, Map<String, Set<LocalDate>> days) {
        return new Closed(weekdays.getOrDefault(party, Set.of()), days.getOrDefault(party, Set.of()));
    }

    record Lead(int days, TimeSlot earliest) {
        int daysFor(@Nullable TimeSlot slot) {
            return slot != null && slot.compareTo(earliest) < 0 ? days + 1 : days;
        }
    }

    /** What is read once for many subscriptions. */
    record Calendars(Closed warehouse, Closed carrier, Map<String, Lead> leads, SubscriptionPolicy policy) {
        private static final String ELSEWHERE = "";

        /** @param prefecture empty for wherever goods go usually */
        FirmCalendar to(String prefecture, @Nullable TimeSlot slot) {
            var lead = leads.getOrDefault(prefecture, leads.getOrDefault(ELSEWHERE, new Lead(1, TimeSlot.AM)));
            return new FirmCalendar(warehouse, carrier, lead.daysFor(slot), policy.earlyDays());
        }

        FirmCalendar anywhere() {
            return to(ELSEWHERE, null);
        }
    }
}
