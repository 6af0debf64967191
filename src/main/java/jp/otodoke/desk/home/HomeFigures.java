package jp.otodoke.desk.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open work and the last two weeks. Only open work is counted; completed work is not read. */
@Component
class HomeFigures {
    private static final int DAYS = 14;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Cache<LocalDate, List<Day>> past = Caffeine.newBuilder()
            .maximumSize(2)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    HomeFigures(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Open orders by status: their number and amount in yen. */
    @Transactional(readOnly = true)
    Map<String, Standing> openOrders() {
        var result = new LinkedHashMap<String, Standing>();
        jdbc.sql(
                        """
                        select status, count(*), coalesce(sum(total), 0)::bigint from orders_order_view
                         where status in ('RECEIVED', 'IN_REVIEW', 'ON_HOLD', 'AWAITING_PAYMENT', 'AWAITING_STOCK', 'READY',
                                          'DISPATCHED', 'SHIPPED', 'DELIVERED')
                         group by status
                        """)
                .query(row -> {
                    result.put(row.getString(1), new Standing(row.getLong(2), row.getLong(3)));
                });
        return result;
    }

    /** The last two weeks, day by day, today last. Past days are read again only after ten minutes. */
    @Transactional(readOnly = true)
    List<Day> days() {
        var today = clock.today();
        var days = new ArrayList<>(past.get(today, t -> days(t.minusDays(DAYS - 1), t.minusDays(1))));
        days.addAll(days(today, today));
        return days;
    }

    private List<Day> days(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select d::date as day, coalesce(o.orders, 0) as orders, coalesce(o.amount, 0)::bigint as amount,
                               (select count(*) from fulfilment_shipment_view where ship_date = d::date and shipped_at is not null) as parcels,
                               (select coalesce(sum(amount), 0)::bigint from payments_deposit_view where posting_date = d::date) as deposits
                          from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') d
                          cross join lateral (
                               select count(*) as orders, sum(total) filter (where status <> 'CANCELLED') as amount from orders_order_view
                                where ordered_at >= d at time zone 'Asia/Tokyo'
                                  and ordered_at < (d + interval '1 day') at time zone 'Asia/Tokyo') o
                         order by d
                        """)
                .param("from", from.atStartOfDay())
                .param("to", to.atStartOfDay())
                .query(Day.class)
                .list();
    }

    /** Orders received, shipments dispatched, and yen received. */
    record Day(LocalDate day, long orders, long amount, long parcels, long deposits) {}

    /** Number of orders and their yen. */
    record Standing(long orders, long amount) {
        static final Standing NONE = new Standing(0, 0);
    }
}
