package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes which pieces were sold on account and which came back, for the statement on which they stand. */
@Component
class AccountGoods {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    AccountGoods(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Works in the caller's transaction, with the receivables locked; the difference to what is noted already. */
    void note(Collection<Order> orders) {
        var onAccount = onAccount(orders);
        var rows = orders.stream()
                .filter(order -> onAccount.contains(order.number()))
                .flatMap(order -> rows(order).stream())
                .toList();
        if (!rows.isEmpty()) {
            add(rows);
        }
    }

    private List<OrderNumber> onAccount(Collection<Order> orders) {
        return jdbc.sql(
                        "select number from receivable where number = any(:numbers) and (method = 'INVOICE' or invoiced <> 0)")
                .param(
                        "numbers",
                        orders.stream().map(order -> order.number().value()).toArray(String[]::new))
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }

    private static List<Row> rows(Order order) {
        var rows = new ArrayList<Row>();
        for (int line = 0; line < order.lines().size(); line++) {
            rows.add(new Row(order.number(), line + 1, order.lines().get(line)));
        }
        return rows;
    }

    private void add(List<Row> rows) {
        jdbc.sql(
                        """
                        insert into account_goods (receivable, line_no, sku, name, tax_rate, unit_price, quantity, at)
                        select r.receivable, r.line_no, r.sku, r.name, r.tax_rate, r.unit_price, r.pieces - g.pieces, :at
                          from unnest(:receivables::text[], :lines::int[], :skus::text[], :names::text[], :rates::int[], :prices::bigint[],
                                      :pieces::int[]) r(receivable, line_no, sku, name, tax_rate, unit_price, pieces)
                          join lateral (select coalesce(sum(quantity), 0) as pieces from account_goods
                                         where receivable = r.receivable and line_no = r.line_no and sku = r.sku) g on true
                         where r.pieces <> g.pieces
                        """)
                .params(Map.of(
                        "receivables", texts(rows, row -> row.order().value()),
                        "lines", numbers(rows, Row::no),
                        "skus", texts(rows, row -> row.line().sku().value()),
                        "names", texts(rows, row -> row.line().name()),
                        "rates", numbers(rows, row -> row.line().taxRate()),
                        "prices",
                                rows.stream()
                                        .map(row -> row.line().unitPrice().amount())
                                        .toArray(Long[]::new),
                        "pieces",
                                numbers(
                                        rows,
                                        row -> row.line().shipped() - row.line().returned()),
                        "at", Timestamp.from(clock.instant())))
                .update();
    }

    private static String[] texts(List<Row> rows, Function<Row, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static Integer[] numbers(List<Row> rows, Function<Row, Integer> number) {
        return rows.stream().map(number).toArray(Integer[]::new);
    }

    private record Row(OrderNumber order, int no, OrderLine line) {}
}
