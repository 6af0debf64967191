package jp.otodoke.orders.web;

import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.otodoke.platform.pages.HomeSeries;
import jp.otodoke.platform.pages.HomeSeriesSource;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Home page charts: orders received, and their amount. */
@Component
class OrderHomeSeries implements HomeSeriesSource {
    private final JdbcClient jdbc;

    OrderHomeSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<HomeSeries> series() {
        return List.of(
                new HomeSeries(
                        10,
                        "money",
                        "sales",
                        "#1d5fa8",
                        true,
                        Set.of("MARKETING_EDIT", "MONEY_EDIT"),
                        (from, to) -> values(from, to, Day::amount)),
                new HomeSeries(
                        30,
                        "flow",
                        "orders",
                        "#1d5fa8",
                        false,
                        Set.of("VIEW"),
                        (from, to) -> values(from, to, Day::orders)));
    }

    private Map<LocalDate, Long> values(LocalDate from, LocalDate to, Function<Day, Long> value) {
        return jdbc
                .sql(
                        """
                        select (ordered_at at time zone 'Asia/Tokyo')::date as day, count(*) as orders,
                               coalesce(sum(total) filter (where status <> 'CANCELLED'), 0)::bigint as amount
                          from orders_order_view
                         where ordered_at >= :from and ordered_at < :until
                         group by 1
                        """)
                .param("from", start(from))
                .param("until", start(to.plusDays(1)))
                .query(Day.class)
                .list()
                .stream()
                .collect(toMap(Day::day, value));
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    /** Orders received on a day and their yen without those cancelled. */
    record Day(LocalDate day, long orders, long amount) {}
}
