package jp.otodoke.inventory;

import java.util.List;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reduces what an order is allocated and waits for to what it still needs. */
final class AllocationAdjustment {
    private AllocationAdjustment() {}

    /** @return that of which pieces were released */
    static List<StockKey> trim(JdbcClient jdbc, OrderNumber orderNumber, List<Need> needs) {
        return Need.bind(
                        jdbc.sql(
                                        """
                        with need as (
                                 select line_no, sku, warehouse, sum(quantity) as quantity
                                   from unnest(:lines::int[], :skus::text[], :warehouses::text[], :quantities::int[])
                                            n(line_no, sku, warehouse, quantity)
                                  group by line_no, sku, warehouse),
                             over as (
                                 select a.line_no, a.sku, a.warehouse, a.quantity - coalesce(n.quantity, 0) as quantity,
                                        coalesce(n.quantity, 0) as rest
                                   from stock_allocation a
                                   left join need n
                                        on n.line_no = a.line_no and n.sku = a.sku and n.warehouse = a.warehouse
                                  where a.order_number = :order and a.quantity > coalesce(n.quantity, 0)),
                             gone as (
                                 delete from stock_allocation a using over o
                                  where a.order_number = :order and a.line_no = o.line_no and a.sku = o.sku
                                    and a.warehouse = o.warehouse and o.rest = 0),
                             less as (
                                 update stock_allocation a set quantity = o.rest from over o
                                  where a.order_number = :order and a.line_no = o.line_no and a.sku = o.sku
                                    and a.warehouse = o.warehouse and o.rest > 0),
                             locked as (
                                 select b.sku, b.warehouse, s.quantity
                                   from stock_balance b
                                   join (select sku, warehouse, sum(quantity) as quantity from over group by 1, 2) s
                                        on s.sku = b.sku and s.warehouse = b.warehouse
                                  where b.condition = 'GOOD'
                                  order by b.sku, b.warehouse for update of b)
                        update stock_balance b set allocated = b.allocated - l.quantity from locked l
                         where b.sku = l.sku and b.warehouse = l.warehouse and b.condition = 'GOOD'
                        returning b.sku, b.warehouse
                        """)
                                .param("order", orderNumber.value()),
                        needs)
                .query((row, i) -> StockKey.of(row.getString(1), row.getString(2)))
                .list();
    }

    /** Reduces what an order waits for to what it needs beyond its allocation, and of what leaves in several groups to each one's share. */
    static void trimBackorder(JdbcClient jdbc, OrderNumber orderNumber, List<Need> needs) {
        Need.bind(
                        jdbc.sql(
                                        """
                        with need as (
                                 select line_no, sku, warehouse, sum(quantity) as quantity,
                                        jsonb_object_agg(allocation_group, quantity) as shares
                                   from unnest(:lines::int[], :skus::text[], :warehouses::text[], :groups::text[],
                                               :quantities::int[])
                                            n(line_no, sku, warehouse, allocation_group, quantity)
                                  group by line_no, sku, warehouse),
                             rest as (
                                 select d.line_no, d.sku, d.warehouse, d.allocation_group,
                                        least(coalesce(n.quantity, 0) - coalesce(a.quantity, 0),
                                              (n.shares ->> d.allocation_group)::int) as quantity
                                   from backorder d
                                   left join need n
                                        on n.line_no = d.line_no and n.sku = d.sku and n.warehouse = d.warehouse
                                   left join stock_allocation a
                                        on a.order_number = d.order_number and a.line_no = d.line_no
                                           and a.sku = d.sku and a.warehouse = d.warehouse
                                  where d.order_number = :order),
                             ended as (
                                 delete from backorder d using rest r
                                  where d.order_number = :order and d.line_no = r.line_no and d.sku = r.sku
                                    and d.warehouse = r.warehouse and d.allocation_group = r.allocation_group
                                    and r.quantity <= 0)
                        update backorder d set quantity = r.quantity from rest r
                         where d.order_number = :order and d.line_no = r.line_no and d.sku = r.sku and d.warehouse = r.warehouse
                           and d.allocation_group = r.allocation_group and r.quantity > 0 and r.quantity < d.quantity
                        """)
                                .param("order", orderNumber.value())
                                .param("groups", needs.stream().map(Need::group).toArray(String[]::new)),
                        needs)
                .update();
    }
}
