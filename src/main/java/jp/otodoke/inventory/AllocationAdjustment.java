package jp.otodoke.inventory;

import java.util.List;
import jp.otodoke.inventory.AllocateStock.Need;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reduces an order's allocation to what it still needs. */
final class AllocationAdjustment {
    private AllocationAdjustment() {}

    /** @return the SKUs of which pieces were released */
    static List<Sku> trim(JdbcClient jdbc, OrderNumber orderNumber, List<Need> needs) {
        return jdbc.sql(
                        """
                        with need as (
                                 select line_no, sku, sum(quantity) as quantity
                                   from unnest(:lines::int[], :skus::text[], :quantities::int[]) n(line_no, sku, quantity)
                                  group by line_no, sku),
                             over as (
                                 select a.line_no, a.sku, a.quantity - coalesce(n.quantity, 0) as quantity,
                                        coalesce(n.quantity, 0) as rest
                                   from stock_allocation a left join need n on n.line_no = a.line_no and n.sku = a.sku
                                  where a.order_number = :order and a.quantity > coalesce(n.quantity, 0)),
                             gone as (
                                 delete from stock_allocation a using over o
                                  where a.order_number = :order and a.line_no = o.line_no and a.sku = o.sku and o.rest = 0),
                             less as (
                                 update stock_allocation a set quantity = o.rest from over o
                                  where a.order_number = :order and a.line_no = o.line_no and a.sku = o.sku and o.rest > 0),
                             locked as (
                                 select b.sku, s.quantity
                                   from stock_balance b join (select sku, sum(quantity) as quantity from over group by sku) s
                                        on s.sku = b.sku
                                  order by b.sku for update of b)
                        update stock_balance b set allocated = b.allocated - l.quantity from locked l
                         where b.sku = l.sku returning b.sku
                        """)
                .param("order", orderNumber.value())
                .param("lines", needs.stream().map(Need::lineNo).toArray(Integer[]::new))
                .param("skus", needs.stream().map(n -> n.sku().value()).toArray(String[]::new))
                .param("quantities", needs.stream().map(Need::quantity).toArray(Integer[]::new))
                .query((row, i) -> Sku.of(row.getString(1)))
                .list();
    }
}
