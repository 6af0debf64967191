package jp.otodoke.payments.desk.web;

import java.util.List;
import java.util.Set;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.HomeCard;
import jp.otodoke.platform.pages.HomeCard.Figure;
import jp.otodoke.platform.pages.HomeCardSource;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Home page cards: payments awaited, today's deposits, and deposits not yet matched. */
@Component
class MoneyHomeCards implements HomeCardSource {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Formats formats;

    MoneyHomeCards(JdbcClient jdbc, BusinessClock clock, Formats formats) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.formats = formats;
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(
                new HomeCard(90, "awaiting-payment", "hourglass-split", Set.of("MONEY_EDIT"), this::awaiting),
                new HomeCard(100, "deposits", "cash-stack", Set.of("MONEY_EDIT"), this::today),
                new HomeCard(110, "unmatched", "cash-coin", Set.of("ORDERS_EDIT", "MONEY_EDIT"), this::unmatched));
    }

    private Figure awaiting() {
        var waiting = jdbc.sql(
                        """
                        select count(*) as orders, coalesce(sum(total), 0)::bigint as amount
                          from orders_order_view where status = 'AWAITING_PAYMENT'
                        """)
                .query(Waiting.class)
                .single();
        return Figure.of("/orders?status=AWAITING_PAYMENT", formats.number(waiting.orders()), waiting.orders() == 0)
                .noted(formats.money(waiting.amount()));
    }

    private Figure today() {
        long amount = jdbc.sql(
                        "select coalesce(sum(amount), 0)::bigint from payments_deposit_view where posting_date = :day")
                .param("day", clock.today())
                .query(Long.class)
                .single();
        return Figure.of("/deposits", formats.money(amount), amount == 0);
    }

    private Figure unmatched() {
        long count = jdbc.sql("select count(*) from payments_deposit_view where state = 'UNMATCHED'")
                .query(Long.class)
                .single();
        return Figure.of("/deposits", formats.number(count), count == 0);
    }

    record Waiting(long orders, long amount) {}
}
