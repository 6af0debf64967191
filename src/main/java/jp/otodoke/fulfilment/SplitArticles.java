package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Optional;
import jp.otodoke.inventory.Need;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles of orders that leave apart from the others of their shipment, as a person has decided. */
@Component
class SplitArticles {
    private final JdbcClient jdbc;

    SplitArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the new part in which these pieces leave */
    int add(OrderNumber order, int from, List<Need> later) {
        var lines = later.stream().map(Need::lineNo).toArray(Integer[]::new);
        var skus = later.stream().map(n -> n.sku().value()).toArray(String[]::new);
        var units = later.stream().map(Need::quantity).toArray(Integer[]::new);
        int part = jdbc.sql("select coalesce(max(part), 1) + 1 from split_article where order_number = :order")
                .param("order", order.value())
                .query(Integer.class)
                .single();
        jdbc.sql(
                        """
                        insert into split_article (order_number, line_no, sku, part, from_part, units)
                        select :order, l.line_no, l.sku, :part, :from, l.units
                          from unnest(:lines::int[], :skus::text[], :units::int[]) l(line_no, sku, units)
                        """)
                .param("order", order.value())
                .param("from", from)
                .param("part", part)
                .param("lines", lines)
                .param("skus", skus)
                .param("units", units)
                .update();
        less(order, from, later);
        return part;
    }

    /** A part without an end keeps what the new one leaves it. */
    private void less(OrderNumber order, int part, List<Need> pieces) {
        pieces.forEach(need -> {
            var line = jdbc.sql(
                            """
                            delete from split_article
                             where order_number = :order and part = :part and line_no = :line and sku = :sku and units <= :units
                            """)
                    .param("order", order.value())
                    .param("part", part)
                    .param("line", need.lineNo())
                    .param("sku", need.sku().value())
                    .param("units", need.quantity());
            if (line.update() == 0) {
                jdbc.sql(
                                """
                                update split_article set units = units - :units
                                 where order_number = :order and part = :part and line_no = :line and sku = :sku
                                """)
                        .param("order", order.value())
                        .param("part", part)
                        .param("line", need.lineNo())
                        .param("sku", need.sku().value())
                        .param("units", need.quantity())
                        .update();
            }
        });
    }

    /** The part from which this one was split. */
    Optional<Integer> from(OrderNumber order, int part) {
        return jdbc.sql("select distinct from_part from split_article where order_number = :order and part = :part")
                .param("order", order.value())
                .param("part", part)
                .query(Integer.class)
                .optional();
    }

    /** What was split from it in turn belongs to the part to which it returns. */
    void undo(OrderNumber order, int part, int from) {
        var grandparent = from(order, from).orElse(1);
        jdbc.sql("update split_article set from_part = :from where order_number = :order and from_part = :part")
                .param("order", order.value())
                .param("part", part)
                .param("from", from)
                .update();
        if (from > 1) {
            jdbc.sql(
                            """
                            insert into split_article (order_number, line_no, sku, part, from_part, units)
                            select order_number, line_no, sku, :from, :grandparent, units from split_article
                             where order_number = :order and part = :part
                            on conflict (order_number, line_no, sku, part)
                            do update set units = split_article.units + excluded.units
                            """)
                    .param("order", order.value())
                    .param("part", part)
                    .param("from", from)
                    .param("grandparent", grandparent)
                    .update();
        }
        end(order, part);
    }

    /** Nothing is left of the part: it has been released, or its goods belong to another one. */
    void end(OrderNumber order, int part) {
        jdbc.sql("delete from split_article where order_number = :order and part = :part")
                .param("order", order.value())
                .param("part", part)
                .update();
    }

    void clear(OrderNumber order) {
        jdbc.sql("delete from split_article where order_number = :order")
                .param("order", order.value())
                .update();
    }
}
