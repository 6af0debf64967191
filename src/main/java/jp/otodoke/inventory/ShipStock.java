package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records shipped goods: the allocation ends and the ledger moves, many pieces in few statements. */
@Component
public class ShipStock {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ShipStock(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Goods that are not stock-keeping have no movements, unless they were allocated while they still were.
     *
     * @param goods each with a reference that is unique per SKU; a repeated reference changes nothing
     */
    @Transactional
    public void ship(List<Goods> goods) {
        if (goods.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        with want as (
                                 select * from unnest(:skus::text[], :warehouses::text[], :quantities::int[], :references::text[], :lots::text[],
                                                      cast(:expiries::text[] as date[]), :orders::text[], :lines::int[],
                                                      :stockKeeping::boolean[])
                                          w(sku, warehouse, quantity, reference, lot, expiry, order_number, line_no, stock_keeping)),
                             locked as (
                                 select b.sku, b.warehouse from stock_balance b
                                  where b.condition = 'GOOD' and (b.sku, b.warehouse) in (select sku, warehouse from want)
                                  order by b.sku, b.warehouse for update),
                             moved as (
                                 insert into stock_movement
                                        (sku, warehouse, condition, kind, quantity, reference, lot, expiry, at)
                                 select w.sku, w.warehouse, 'GOOD', 'SHIPMENT', -w.quantity, w.reference, w.lot,
                                        w.expiry, :at
                                   from want w
                                  where (w.sku, w.warehouse) in (select sku, warehouse from locked)
                                    and (w.stock_keeping
                                         or exists (select 1 from stock_allocation a
                                                     where a.order_number = w.order_number and a.line_no = w.line_no
                                                       and a.sku = w.sku and a.warehouse = w.warehouse))
                                 on conflict (sku, warehouse, condition, kind, reference) do nothing
                                 returning sku, warehouse, reference),
                             fresh as (
                                 select w.* from want w
                                   join moved m
                                        on m.sku = w.sku and m.warehouse = w.warehouse and m.reference = w.reference),
                             shrunk as (
                                 update stock_allocation a set quantity = a.quantity - f.quantity
                                   from (select order_number, line_no, sku, warehouse, sum(quantity) as quantity
                                           from fresh group by 1, 2, 3, 4) f
                                  where a.order_number = f.order_number and a.line_no = f.line_no and a.sku = f.sku
                                    and a.warehouse = f.warehouse
                                    and a.quantity > f.quantity
                                 returning a.sku, a.warehouse, f.quantity),
                             ended as (
                                 delete from stock_allocation a
                                  using (select order_number, line_no, sku, warehouse, sum(quantity) as quantity
                                           from fresh group by 1, 2, 3, 4) f
                                  where a.order_number = f.order_number and a.line_no = f.line_no and a.sku = f.sku
                                    and a.warehouse = f.warehouse
                                    and a.quantity <= f.quantity
                                 returning a.sku, a.warehouse, a.quantity),
                             freed as (
                                 select sku, warehouse, sum(quantity) as quantity
                                   from (select * from shrunk union all select * from ended) x group by 1, 2),
                             gone as (select sku, warehouse, sum(quantity) as quantity from fresh group by 1, 2)
                        update stock_balance b
                           set on_hand = b.on_hand - g.quantity, allocated = b.allocated - coalesce(f.quantity, 0)
                          from gone g left join freed f on f.sku = g.sku and f.warehouse = g.warehouse
                         where b.sku = g.sku and b.warehouse = g.warehouse and b.condition = 'GOOD'
                        """)
                .param("skus", goods.stream().map(g -> g.sku().value()).toArray(String[]::new))
                .param(
                        "warehouses",
                        goods.stream().map(g -> g.warehouse().code()).toArray(String[]::new))
                .param("quantities", goods.stream().map(Goods::quantity).toArray(Integer[]::new))
                .param("references", goods.stream().map(Goods::reference).toArray(String[]::new))
                .param("lots", goods.stream().map(Goods::lot).toArray(String[]::new))
                .param(
                        "expiries",
                        goods.stream()
                                .map(g -> Objects.toString(g.expiry(), null))
                                .toArray(String[]::new))
                .param(
                        "orders",
                        goods.stream().map(g -> g.orderNumber().value()).toArray(String[]::new))
                .param("lines", goods.stream().map(Goods::lineNo).toArray(Integer[]::new))
                .param("stockKeeping", goods.stream().map(Goods::stockKeeping).toArray(Boolean[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Good pieces of a SKU shipped from a warehouse for a line of an order; inserts belong to line 0.
     *
     * @param stockKeeping whether the product is stock-keeping
     */
    public record Goods(
            Sku sku,
            Warehouse warehouse,
            int quantity,
            String reference,
            @Nullable String lot,
            @Nullable LocalDate expiry,
            OrderNumber orderNumber,
            int lineNo,
            boolean stockKeeping) {}
}
