package jp.otodoke.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a statement invoice covers: goods by order, and what else of the order comes to its amount at each rate. */
@Component
class StatementLines {
    private final ReducedRates reducedRates;
    private final JdbcClient jdbc;

    StatementLines(ReducedRates reducedRates, JdbcClient jdbc) {
        this.reducedRates = reducedRates;
        this.jdbc = jdbc;
    }

    /** By day and order; together they come to the sales of the statement. */
    List<Paper.Sold> of(StatementNumber number) {
        var goods = goods(number).stream().collect(Collectors.groupingBy(piece -> piece.order() + ":" + piece.rate()));
        var lines = new ArrayList<Paper.Sold>();
        for (var line : lines(number)) {
            var pieces = goods.getOrDefault(line.order() + ":" + line.rate(), List.of());
            var reduced = reducedRates.is(line.rate(), line.day());
            pieces.forEach(piece -> lines.add(new Paper.Sold(line.day(), line.order(), piece.item(reduced))));
            var rest = line.amount().minus(Yen.sum(pieces, Piece::amount));
            if (!rest.isZero()) {
                lines.add(new Paper.Sold(line.day(), line.order(), rest(rest, line.rate(), reduced)));
            }
        }
        return lines;
    }

    private static Paper.Item rest(Yen amount, int rate, boolean reduced) {
        var name = amount.isNegative() ? "paper.item.deduction" : "paper.item.charges";
        return new Paper.Item(PaperText.of(name), "", null, null, amount, rate, reduced);
    }

    private List<Line> lines(StatementNumber number) {
        return jdbc.sql(
                        """
                        select order_number, day, tax_rate, amount from payments_statement_line_view where statement = :number
                         order by day, order_number, tax_rate
                        """)
                .param("number", number.value())
                .query((row, n) -> new Line(
                        row.getString("order_number"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("tax_rate"),
                        Yen.of(row.getLong("amount"))))
                .list();
    }

    private List<Piece> goods(StatementNumber number) {
        return jdbc.sql(
                        """
                        select order_number, tax_rate, name, sku, quantity, unit_price from payments_statement_goods_view
                         where statement = :number order by order_number, line_no
                        """)
                .param("number", number.value())
                .query((row, n) -> new Piece(
                        row.getString("order_number"),
                        row.getInt("tax_rate"),
                        row.getString("name"),
                        Sku.of(row.getString("sku")),
                        row.getInt("quantity"),
                        Yen.of(row.getLong("unit_price"))))
                .list();
    }

    private record Line(String order, LocalDate day, int rate, Yen amount) {}

    private record Piece(String order, int rate, String name, Sku sku, int quantity, Yen price) {
        Yen amount() {
            return price.times(quantity);
        }

        Paper.Item item(boolean reduced) {
            return new Paper.Item(name, sku.value(), quantity, price, amount(), rate, reduced);
        }
    }
}
