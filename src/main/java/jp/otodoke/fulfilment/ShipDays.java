package jp.otodoke.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import jp.otodoke.fulfilment.DeliveryCalendar.Closed;
import jp.otodoke.fulfilment.DeliveryCalendar.Lead;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TimeSlot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes ship dates backwards from the requested delivery date, considering the lead time of the prefecture, the
 * cut-off time, and the days on which warehouse or carrier do not work.
 */
@Component
public class ShipDays {
    /** Loads all future closed days in one query; there are only a few dozen. */
    private static final String CALENDAR =
            """
            select party, weekday, cast(null as date) as day, cast(null as time) as cutoff_time from closed_weekday
            union all
            select party, null, day, null from closed_day where day >= :today
            union all
            (select '', null, null, cutoff_time from shipping_cutoff where valid_from <= :today
              order by valid_from desc limit 1)
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ShipDays(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The day on which all destinations of an order can ship together.
     *
     * @return empty if a requested delivery date can no longer be met
     */
    @Transactional(readOnly = true)
    public Optional<LocalDate> plan(Collection<OrderDestination> destinations) {
        return plan(calendar(), destinations, this::lead);
    }

    /** As {@link #plan(Collection)}, for many orders. */
    @Transactional(readOnly = true)
    public <K extends Comparable<K>> Map<K, Optional<LocalDate>> plan(
            Map<K, ? extends Collection<OrderDestination>> destinations) {
        var calendar = calendar();
        var leads = new HashMap<String, Lead>();
        var days = new TreeMap<K, Optional<LocalDate>>();
        destinations.forEach((order, to) ->
                days.put(order, plan(calendar, to, prefecture -> leads.computeIfAbsent(prefecture, this::lead))));
        return days;
    }

    private static Optional<LocalDate> plan(
            DeliveryCalendar calendar, Collection<OrderDestination> destinations, Function<String, Lead> leads) {
        var earliest = calendar.firstShipDay();
        var latest = destinations.stream()
                .filter(d -> d.deliveryDate() != null)
                .map(d -> calendar.lastShipDay(
                        leads.apply(d.address().prefecture()),
                        Objects.requireNonNull(d.deliveryDate()),
                        TimeSlot.find(d.timeSlot()).orElse(null)))
                .min(LocalDate::compareTo);
        if (latest.isEmpty()) {
            return Optional.of(earliest);
        }
        return latest.filter(day -> !day.isBefore(earliest));
    }

    DeliveryCalendar calendar() {
        var warehouse = new Closed(new HashSet<>(), new HashSet<>());
        var carrier = new Closed(new HashSet<>(), new HashSet<>());
        var closing = new AtomicReference<LocalTime>();
        jdbc.sql(CALENDAR).param("today", clock.today()).query(row -> {
            switch (row.getString("party")) {
                case "WAREHOUSE" -> add(warehouse, row);
                case "CARRIER" -> add(carrier, row);
                default -> closing.set(row.getObject("cutoff_time", LocalTime.class));
            }
        });
        return new DeliveryCalendar(clock.localNow(), Objects.requireNonNull(closing.get()), warehouse, carrier);
    }

    Lead lead(String prefecture) {
        return jdbc.sql(
                        """
                        select days, earliest_slot from lead_time where prefecture in (:prefecture, '') and valid_from <= :today
                         order by prefecture desc, valid_from desc limit 1
                        """)
                .param("prefecture", prefecture)
                .param("today", clock.today())
                .query((row, n) -> new Lead(row.getInt("days"), TimeSlot.of(row.getString("earliest_slot"))))
                .single();
    }

    private static void add(Closed closed, ResultSet row) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        if (day == null) {
            closed.weekdays().add(row.getInt("weekday"));
        } else {
            closed.days().add(day);
        }
    }
}
