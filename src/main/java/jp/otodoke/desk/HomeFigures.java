package jp.otodoke.desk;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What flows, and today's figures. Open work is counted; what has ended is not looked at. */
@Component
class HomeFigures {
    private static final int DAYS = 14;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    HomeFigures(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Map<String, Long> openOrders() {
        var result = new LinkedHashMap<String, Long>();
        jdbc.sql(
                        """
                        select status, count(*) from orders
                         where status in ('RECEIVED', 'IN_REVIEW', 'ON_HOLD', 'AWAITING_PAYMENT', 'AWAITING_STOCK', 'READY',
                                          'DISPATCHED', 'SHIPPED', 'DELIVERED')
                         group by status
                        """)
                .query(row -> {
                    result.put(row.getString(1), row.getLong(2));
                });
        return result;
    }

    @Transactional(readOnly = true)
    Today today() {
        return jdbc.sql(
                        """
                        select (select count(*) from orders where ordered_at >= :today and ordered_at < :tomorrow) as orders,
                               (select coalesce(sum(total), 0)::bigint from orders
                                 where ordered_at >= :today and ordered_at < :tomorrow and status <> 'CANCELLED') as amount,
                               (select count(*) from shipment where ship_date = :day and status <> 'CANCELLED') as to_ship,
                               (select count(*) from shipment where ship_date = :day and shipped_at is not null) as shipped,
                               (select count(*) from shipment where delivery_date = :day and delivered_at is null
                                   and status in ('SHIPPED', 'EXCEPTION')) as to_deliver,
                               (select coalesce(sum(amount), 0)::bigint from deposit where posting_date = :day) as deposits,
                               (select count(*) from deposit where state = 'UNMATCHED') as unmatched
                        """)
                .param("today", start(clock.today()))
                .param("tomorrow", start(clock.today().plusDays(1)))
                .param("day", clock.today())
                .query(Today.class)
                .single();
    }

    /** Orders and parcels of the last two weeks, day by day. */
    @Transactional(readOnly = true)
    List<Day> days() {
        return jdbc.sql(
                        """
                        select d::date as day,
                               (select count(*) from orders where ordered_at >= d at time zone 'Asia/Tokyo'
                                   and ordered_at < (d + interval '1 day') at time zone 'Asia/Tokyo') as orders,
                               (select count(*) from shipment where ship_date = d::date and shipped_at is not null) as parcels
                          from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') d
                        """)
                .param("from", clock.today().minusDays(DAYS - 1).atStartOfDay())
                .param("to", clock.today().atStartOfDay())
                .query(Day.class)
                .list();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    record Today(long orders, long amount, long toShip, long shipped, long toDeliver, long deposits, long unmatched) {}

    record Day(LocalDate day, long orders, long parcels) {}
}
