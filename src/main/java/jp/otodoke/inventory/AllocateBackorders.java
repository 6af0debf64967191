package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allocates free pieces to the orders that wait for them, in three statements however many wait. A group of an order's needs
 * is served when each of its SKUs has enough for it and for all older ones that wait for the same; it gets everything or
 * nothing. What older ones are allocated does not change that sum, so all that can be served are found at once.
 */
@Component
class AllocateBackorders {
    /**
     * Groups for which enough of one SKU is free after the claims of older ones. Each waiting row wants a piece at least, so
     * no more rows are read than there are free pieces, and one.
     */
    private static final String CANDIDATE =
            """
            candidate as materialized (
                select distinct w.order_number, w.allocation_group, w.since from free f
                  join unnest(:skus::text[], :warehouses::text[]) k(sku, warehouse)
                       on k.sku = f.sku and k.warehouse = f.warehouse
                 cross join lateral (
                     select order_number, allocation_group, since,
                            sum(quantity) over (order by since, order_number, allocation_group) as claimed
                       from (select order_number, allocation_group, since, quantity from backorder
                              where sku = f.sku and warehouse = f.warehouse
                              order by since, order_number, allocation_group
                              limit greatest(f.pieces, 0) + 1) first) w
                 where w.claimed <= f.pieces)
            """;

    /**
     * What each warehouse has of these SKUs. Each waiting row wants a piece at least, so no more rows are read than tell
     * whether more is wanted than is free.
     */
    private static final String OWN =
            """
            own as materialized (
                select b.sku, b.warehouse, b.on_hand - b.allocated as free,
                       (select coalesce(sum(w.quantity), 0)
                          from (select d.quantity from backorder d where d.sku = b.sku and d.warehouse = b.warehouse
                                 limit greatest(b.on_hand - b.allocated, 0) + 1) w) as wanted
                  from stock_balance b where b.condition = 'GOOD' and b.sku in (%s))
            """;

    /** In their own warehouse more is wanted than is free. */
    private static final String LACKS = "o.free < o.wanted";

    private static final String HAS_NONE = "o.free <= 0";

    private static final String MAY_BE_SERVED_ELSEWHERE =
            """
            select f.sku from free f
             where exists (select 1 from backorder d where d.sku = f.sku and d.alternatives <> '{}')""";

    private final JdbcClient jdbc;
    private final DeferredAllocation atCommit;
    private final ApplicationEventPublisher events;

    AllocateBackorders(JdbcClient jdbc, DeferredAllocation atCommit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
        this.events = events;
    }

    /** @param keys of which more is free, or fewer pieces are wanted, than before */
    @Transactional(propagation = Propagation.MANDATORY)
    void allocate(Collection<StockKey> keys) {
        allocate(keys, Set.of());
    }

    /** @param elsewhere balances that fewer older ones may be served from instead than before, locked */
    @Transactional(propagation = Propagation.MANDATORY)
    void allocate(Collection<StockKey> keys, Collection<StockKey> elsewhere) {
        var free = new TreeSet<>(elsewhere);
        if (!keys.isEmpty()) {
            free.addAll(keys);
            atCommit.now();
            BalanceLock.lock(jdbc, keys);
            var concerned = lockWithAllThatTheyWaitFor(keys);
            var served = concerned.isEmpty() ? List.<OrderNumber>of() : serve(keys, concerned);
            if (!served.isEmpty()) {
                events.publishEvent(new BackordersAllocated(served));
                free.addAll(concerned);
            }
        }
        if (!free.isEmpty()) {
            announce(waitingElsewhere(free, LACKS));
        }
    }

    /**
     * How many pieces older orders may be served with from these balances although they wait in other warehouses, which lack
     * them.
     *
     * @param besides orders that are not counted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<StockKey, Long> claimedFromElsewhere(Collection<StockKey> keys, Demand demand, String[] besides) {
        var claimed = new TreeMap<StockKey, Long>();
        jdbc.sql(
                        """
                        with %s
                        select k.sku, k.warehouse, sum(d.quantity) as quantity
                          from unnest(:skus::text[], :warehouses::text[]) k(sku, warehouse)
                          join backorder d on d.sku = k.sku and d.alternatives <> '{}' and k.warehouse = any(d.alternatives)
                          join own o on o.sku = d.sku and o.warehouse = d.warehouse
                         where d.order_number <> all(:besides) and (d.since, d.order_number) < (:since, :order) and %s
                         group by k.sku, k.warehouse
                        """
                                .formatted(OWN.formatted("select unnest(:skus::text[])"), LACKS))
                .param("skus", StockKey.skuTexts(keys))
                .param("warehouses", StockKey.warehouses(keys))
                .param("besides", besides)
                .param("since", Timestamp.from(demand.orderedAt()))
                .param("order", demand.orderNumber().value())
                .query(row -> {
                    claimed.put(StockKey.of(row), row.getLong("quantity"));
                });
        return claimed;
    }

    /**
     * Whoever begins to wait looks whether another warehouse has just received what its own has none of.
     *
     * @param keys balances from which it may be served instead, locked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void lookElsewhere(Collection<StockKey> keys) {
        if (!keys.isEmpty()) {
            announce(waitingElsewhere(keys, HAS_NONE));
        }
    }

    private void announce(List<OrderNumber> orders) {
        if (!orders.isEmpty()) {
            events.publishEvent(new StockElsewhere(orders));
        }
    }

    private List<StockKey> lockWithAllThatTheyWaitFor(Collection<StockKey> keys) {
        return jdbc.sql(
                        """
                        with free as (
                                 select sku, warehouse, on_hand - allocated as pieces from stock_balance
                                  where sku = any(:skus) and condition = 'GOOD'),
                             %s
                        select sku, warehouse from stock_balance
                         where condition = 'GOOD'
                           and (sku, warehouse) in (
                               select d.sku, unnest(d.warehouse || d.alternatives) from backorder d
                                where d.order_number = any(array(select order_number from candidate)))
                         order by sku, warehouse for update
                        """
                                .formatted(CANDIDATE))
                .param("skus", StockKey.skuTexts(keys))
                .param("warehouses", StockKey.warehouses(keys))
                .query((row, i) -> StockKey.of(row))
                .list();
    }

    private List<OrderNumber> serve(Collection<StockKey> keys, List<StockKey> concerned) {
        return jdbc.sql(
                        """
                        with free as materialized (
                                 select b.sku, b.warehouse, b.on_hand - b.allocated as pieces from stock_balance b
                                   join unnest(:concernedSkus::text[], :concernedWarehouses::text[]) k(sku, warehouse)
                                        on k.sku = b.sku and k.warehouse = b.warehouse
                                  where b.condition = 'GOOD'),
                             %s,
                             youngest as materialized (
                                 select order_number, since from candidate order by since desc, order_number desc limit 1),
                             enough as materialized (
                                 select distinct f.sku, f.warehouse, w.order_number, w.allocation_group
                                   from free f cross join youngest y
                                  cross join lateral (
                                      select order_number, allocation_group,
                                             sum(quantity) over (order by since, order_number, allocation_group) as claimed
                                        from (select order_number, allocation_group, since, quantity from backorder
                                               where sku = f.sku and warehouse = f.warehouse
                                                 and (since, order_number) <= (y.since, y.order_number)
                                               order by since, order_number, allocation_group
                                               limit greatest(f.pieces, 0) + 1) first) w
                                  where w.claimed <= f.pieces),
                             served as materialized (
                                 select c.order_number, c.allocation_group from candidate c
                                  where not exists (
                                            select 1 from backorder d
                                             where d.order_number = c.order_number and d.allocation_group = c.allocation_group
                                               and (d.sku, d.warehouse, d.order_number, d.allocation_group) not in (
                                                   select sku, warehouse, order_number, allocation_group from enough))),
                             ended as (
                                 delete from backorder d
                                  where d.order_number = any(array(select order_number from served))
                                    and (d.order_number, d.allocation_group) in (
                                        select order_number, allocation_group from served)
                                 returning d.order_number, d.line_no, d.sku, d.warehouse, d.quantity, d.since),
                             balance as (
                                 update stock_balance b set allocated = b.allocated + s.quantity
                                   from (select sku, warehouse, sum(quantity) as quantity from ended group by 1, 2) s
                                  where b.sku = s.sku and b.warehouse = s.warehouse and b.condition = 'GOOD'),
                             allocation as (
                                 insert into stock_allocation (order_number, line_no, sku, warehouse, quantity)
                                 select order_number, line_no, sku, warehouse, sum(quantity) from ended group by 1, 2, 3, 4
                                 on conflict (order_number, line_no, sku, warehouse)
                                 do update set quantity = stock_allocation.quantity + excluded.quantity)
                        select order_number from ended group by order_number order by min(since), order_number
                        """
                                .formatted(CANDIDATE))
                .param("skus", StockKey.skuTexts(keys))
                .param("warehouses", StockKey.warehouses(keys))
                .param("concernedSkus", StockKey.skuTexts(concerned))
                .param("concernedWarehouses", StockKey.warehouses(concerned))
                .query((row, i) -> OrderNumber.of(row.getString(1)))
                .list();
    }

    /**
     * Orders that wait in other warehouses for pieces that are free here and may leave from here, oldest first and as many as
     * there are pieces for after the claims of older ones, wherever they wait.
     */
    private List<OrderNumber> waitingElsewhere(Collection<StockKey> keys, String condition) {
        return jdbc.sql(
                        """
                        with free as (
                                 select b.sku, b.warehouse, b.on_hand - b.allocated as pieces from stock_balance b
                                   join unnest(:skus::text[], :warehouses::text[]) k(sku, warehouse)
                                        on k.sku = b.sku and k.warehouse = b.warehouse
                                  where b.condition = 'GOOD' and b.on_hand > b.allocated),
                             %s
                        select w.order_number from free f
                         cross join lateral (
                             select order_number, since, here,
                                    sum(quantity) over (order by since, order_number, allocation_group
                                                        range between unbounded preceding and current row exclude group) as claimed
                               from ((select order_number, allocation_group, since, quantity, true as here from backorder
                                       where sku = f.sku and warehouse = f.warehouse
                                       order by since, order_number, allocation_group limit f.pieces + 1)
                                     union all
                                     (select d.order_number, d.allocation_group, d.since, d.quantity, false
                                        from backorder d join own o on o.sku = d.sku and o.warehouse = d.warehouse
                                       where d.sku = f.sku and d.alternatives <> '{}' and f.warehouse = any(d.alternatives)
                                         and %s
                                       order by d.since, d.order_number, d.allocation_group limit f.pieces + 1)) waiting) w
                         where not w.here and coalesce(w.claimed, 0) < f.pieces
                         group by w.order_number order by min(w.since), w.order_number
                        """
                                .formatted(OWN.formatted(MAY_BE_SERVED_ELSEWHERE), condition))
                .param("skus", StockKey.skuTexts(keys))
                .param("warehouses", StockKey.warehouses(keys))
                .query((row, i) -> OrderNumber.of(row.getString(1)))
                .list();
    }
}
