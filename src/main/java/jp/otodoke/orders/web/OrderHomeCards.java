package jp.otodoke.orders.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.HomeCard;
import jp.otodoke.platform.pages.HomeCard.Figure;
import jp.otodoke.platform.pages.HomeCardSource;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Home page card: today's orders and their amount. */
@Component
class OrderHomeCards implements HomeCardSource {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Formats formats;

    OrderHomeCards(JdbcClient jdbc, BusinessClock clock, Formats formats) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.formats = formats;
    }

    @Override
    public List<HomeCard> cards() {
        var today = SingletonSupplier.of(this::today);
        return List.of(
                new HomeCard(30, "sales", "graph-up", Set.of("MARKETING_EDIT"), () -> sales(today)),
                new HomeCard(40, "orders", "receipt", Set.of("ORDERS_EDIT", "MARKETING_EDIT"), () -> orders(today)));
    }

    private Figure sales(Supplier<Today> today) {
        return Figure.of(
                        ofToday(),
                        formats.money(today.get().amount()),
                        today.get().amount() == 0)
                .explained(formats.money(today.get().weekAmount()));
    }

    private Figure orders(Supplier<Today> today) {
        return Figure.of(
                        ofToday(),
                        formats.number(today.get().orders()),
                        today.get().orders() == 0)
                .noted(formats.money(today.get().amount()));
    }

    private String ofToday() {
        return "/orders?from=" + clock.today() + "&to=" + clock.today();
    }

    private Today today() {
        return jdbc.sql(
                        """
                        select (select count(*) from orders_order_view where ordered_at >= :today and ordered_at < :tomorrow) as orders,
                               (select coalesce(sum(total), 0)::bigint from orders_order_view
                                 where ordered_at >= :today and ordered_at < :tomorrow and status <> 'CANCELLED') as amount,
                               (select coalesce(sum(total), 0)::bigint from orders_order_view
                                 where ordered_at >= :week and ordered_at < :weekNow and status <> 'CANCELLED') as week_amount
                        """)
                .param("today", start(clock.today()))
                .param("tomorrow", start(clock.today().plusDays(1)))
                .param("week", start(clock.today().minusWeeks(1)))
                .param("weekNow", Timestamp.from(clock.instant().minus(Duration.ofDays(7))))
                .query(Today.class)
                .single();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    /** @param weekAmount yen ordered on the same weekday last week, up to this time of day */
    record Today(long orders, long amount, long weekAmount) {}
}
