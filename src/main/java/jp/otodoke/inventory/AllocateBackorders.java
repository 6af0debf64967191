package jp.otodoke.inventory;

import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allocates free pieces to the orders that wait for them, in three statements however many wait. An order is served when
 * each of its SKUs has enough for it and for all older orders that wait for the same; it gets everything or nothing. What
 * older orders are allocated does not change that sum, so all that can be served are found at once.
 */
@Component
class AllocateBackorders {
    /**
     * Orders for which enough of one SKU is free after the claims of older ones. Each waiting order wants a piece at least,
     * so no more rows are read than there are free pieces, and one.
     */
    private static final String CANDIDATE =
            """
            candidate as materialized (
                select distinct w.order_number, w.since from free f
                 cross join lateral (
                     select order_number, since, sum(quantity) over (order by since, order_number) as claimed
                       from (select order_number, since, quantity from backorder where sku = f.sku
                              order by since, order_number limit greatest(f.pieces, 0) + 1) first) w
                 where f.sku = any(:skus) and w.claimed <= f.pieces)
            """;

    private final JdbcClient jdbc;
    private final DeferredAllocation atCommit;
    private final ApplicationEventPublisher events;

    AllocateBackorders(JdbcClient jdbc, DeferredAllocation atCommit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
        this.events = events;
    }

    /** @param skus of which more is free, or fewer pieces are wanted, than before */
    @Transactional(propagation = Propagation.MANDATORY)
    void allocate(Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return;
        }
        atCommit.now();
        BalanceLock.lock(jdbc, skus);
        var concerned = lockWithAllThatTheyWaitFor(skus);
        if (!concerned.isEmpty()) {
            var served = serve(skus, concerned);
            if (!served.isEmpty()) {
                events.publishEvent(new BackordersAllocated(served));
            }
        }
    }

    private List<String> lockWithAllThatTheyWaitFor(Collection<Sku> skus) {
        return jdbc.sql(
                        """
                        with free as (select sku, on_hand - allocated as pieces from stock_balance where sku = any(:skus)),
                             %s
                        select sku from stock_balance
                         where sku in (select d.sku from backorder d
                                        where d.order_number = any(array(select order_number from candidate)))
                         order by sku for update
                        """
                                .formatted(CANDIDATE))
                .param("skus", BalanceLock.codes(skus))
                .query(String.class)
                .list();
    }

    private List<OrderNumber> serve(Collection<Sku> skus, List<String> concerned) {
        return jdbc.sql(
                        """
                        with free as materialized (
                                 select sku, on_hand - allocated as pieces from stock_balance where sku = any(:concerned)),
                             %s,
                             youngest as materialized (
                                 select order_number, since from candidate order by since desc, order_number desc limit 1),
                             enough as materialized (
                                 select distinct f.sku, w.order_number from free f cross join youngest y
                                  cross join lateral (
                                      select order_number, sum(quantity) over (order by since, order_number) as claimed
                                        from (select order_number, since, quantity from backorder
                                               where sku = f.sku and (since, order_number) <= (y.since, y.order_number)
                                               order by since, order_number limit greatest(f.pieces, 0) + 1) first) w
                                  where w.claimed <= f.pieces),
                             served as materialized (
                                 select c.order_number from candidate c
                                  where not exists (select 1 from backorder d
                                                     where d.order_number = c.order_number
                                                       and (d.sku, d.order_number) not in (select sku, order_number from enough))),
                             ended as (
                                 delete from backorder d where d.order_number = any(array(select order_number from served))
                                 returning d.order_number, d.line_no, d.sku, d.quantity, d.since),
                             balance as (
                                 update stock_balance b set allocated = b.allocated + s.quantity
                                   from (select sku, sum(quantity) as quantity from ended group by sku) s
                                  where b.sku = s.sku),
                             allocation as (
                                 insert into stock_allocation (order_number, line_no, sku, quantity)
                                 select order_number, line_no, sku, quantity from ended
                                 on conflict (order_number, line_no, sku)
                                 do update set quantity = stock_allocation.quantity + excluded.quantity)
                        select order_number from ended group by order_number order by min(since), order_number
                        """
                                .formatted(CANDIDATE))
                .param("skus", BalanceLock.codes(skus))
                .param("concerned", concerned.toArray(String[]::new))
                .query((row, i) -> OrderNumber.of(row.getString(1)))
                .list();
    }
}
