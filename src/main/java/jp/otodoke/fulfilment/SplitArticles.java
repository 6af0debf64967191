package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Optional;
import jp.otodoke.inventory.AllocateStock.Need;
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

    /** @return the new part in which these leave */
    int add(OrderNumber order, int from, List<Need> later) {
        return jdbc.sql(
                        """
                        insert into split_article (order_number, line_no, sku, part, from_part)
                        select :order, l.line_no, l.sku, n.part, :from
                          from unnest(:lines::int[], :skus::text[]) l(line_no, sku)
                         cross join (select coalesce(max(part), 1) + 1 as part from split_article where order_number = :order) n
                        on conflict (order_number, line_no, sku) do update set part = excluded.part, from_part = excluded.from_part
                        returning part
                        """)
                .param("order", order.value())
                .param("from", from)
                .param("lines", later.stream().map(Need::lineNo).toArray(Integer[]::new))
                .param("skus", later.stream().map(n -> n.sku().value()).toArray(String[]::new))
                .query(Integer.class)
                .list()
                .get(0);
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
        jdbc.sql(
                        from == 1
                                ? "delete from split_article where order_number = :order and part = :part"
                                : "update split_article set part = :from, from_part = :grandparent"
                                        + " where order_number = :order and part = :part")
                .param("order", order.value())
                .param("part", part)
                .param("from", from)
                .param("grandparent", grandparent)
                .update();
    }

    void clear(OrderNumber order) {
        jdbc.sql("delete from split_article where order_number = :order")
                .param("order", order.value())
                .update();
    }
}
