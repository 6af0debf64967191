package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the ship day back from the wished delivery day: over the lead time of the prefecture, the closing
 * time, and the days on which the warehouse does not ship or the carrier does not deliver.
 */
@Component
public class ShipDays {
    private static final int FAR = 60;
    private static final String FIRST_OPEN =
            """
            select cast(day as date)
              from (select cast(:today as date) + cast(cast(:now as time) > closing_time as int) as first
                      from shipping_terms where valid_from <= :today order by valid_from desc limit 1) today,
                   generate_series(today.first, cast(:until as date), interval '1 day') day
             where extract(isodow from day) not in (select weekday from closed_weekday where party = 'WAREHOUSE')
               and cast(day as date) not in (select c.day from closed_day c where party = 'WAREHOUSE')
             order by day limit 1
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ShipDays(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first day that goods can still leave: today before the closing time of a working day. */
    @Transactional(readOnly = true)
    public LocalDate earliest() {
        var today = clock.today();
        return jdbc.sql(FIRST_OPEN)
                .param("today", today)
                .param("until", today.plusDays(FAR))
                .param("now", clock.localNow().toLocalTime())
                .query(LocalDate.class)
                .single();
    }

    /**
     * The day on which all destinations of an order can leave together.
     *
     * @return empty when a wished day can no longer be met
     */
    @Transactional(readOnly = true)
    public Optional<LocalDate> plan(Collection<OrderDestination> destinations) {
        var earliest = earliest();
        var latest = destinations.stream()
                .filter(d -> d.deliveryDate() != null)
                .map(d -> latest(d.address().prefecture(), java.util.Objects.requireNonNull(d.deliveryDate())))
                .min(LocalDate::compareTo);
        if (latest.isEmpty()) {
            return Optional.of(earliest);
        }
        return latest.filter(day -> !day.isBefore(earliest));
    }

    /** The first day a parcel leaving at the earliest reaches this prefecture. */
    @Transactional(readOnly = true)
    public LocalDate earliestDelivery(String prefecture) {
        return workingDayFrom("CARRIER", earliest().plusDays(leadDays(prefecture)));
    }

    private LocalDate latest(String prefecture, LocalDate wished) {
        return workingDayUntil("WAREHOUSE", wished.minusDays(leadDays(prefecture)));
    }

    private int leadDays(String prefecture) {
        return jdbc.sql(
                        """
                        select days from lead_time where prefecture in (:prefecture, '') and valid_from <= :today
                         order by prefecture desc, valid_from desc limit 1
                        """)
                .param("prefecture", prefecture)
                .param("today", clock.today())
                .query(Integer.class)
                .single();
    }

    private LocalDate workingDayFrom(String party, LocalDate from) {
        return working(party, from, from.plusDays(FAR), "order by day limit 1");
    }

    private LocalDate workingDayUntil(String party, LocalDate until) {
        return working(party, until.minusDays(FAR), until, "order by day desc limit 1");
    }

    private LocalDate working(String party, LocalDate from, LocalDate until, String pick) {
        return jdbc.sql(
                        """
                        select cast(day as date) from generate_series(cast(:from as date), cast(:until as date), interval '1 day') day
                         where extract(isodow from day) not in (select weekday from closed_weekday where party = :party)
                           and cast(day as date) not in (select c.day from closed_day c where party = :party)
                        """
                                + pick)
                .param("from", from)
                .param("until", until)
                .param("party", party)
                .query(LocalDate.class)
                .single();
    }
}
