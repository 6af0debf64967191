package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.platform.data.OfTransaction;
import jp.otodoke.shared.OrderNumber;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Allocates stock as the last step of a transaction. A balance is one row that every order for the article
 * changes: locked while an order is checked, planned and written, it would serialise all such orders.
 */
@Component
class DeferredAllocation {
    private final OfTransaction<Pending> pending = new OfTransaction<>();
    private final JdbcClient jdbc;

    DeferredAllocation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What orders need that are allocated nothing and wait for nothing. */
    private record Pending(List<Demand> demands) {}

    /**
     * One list at a time: a second one in the same transaction has the first allocated {@link #now()}.
     *
     * @param demands of orders that are allocated nothing and wait for nothing, oldest first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void enqueue(List<Demand> demands) {
        if (demands.isEmpty()) {
            return;
        }
        pending.set(new Pending(demands));
        TransactionSynchronizationManager.registerSynchronization(new AtCommit());
    }

    /** Allocates what is pending in this transaction, so that later steps see it. */
    void now() {
        var left = pending.remove();
        if (left != null) {
            allocate(left.demands());
        }
    }

    /** All of them or none. */
    void allocate(List<Demand> demands) {
        if (demands.isEmpty()) {
            return;
        }
        var youngest = demands.get(demands.size() - 1);
        var byOrder = demands.stream()
                .map(d -> new Demand(d.orderNumber(), d.orderedAt(), Need.byLine(d.needs())))
                .toList();
        var needs = byOrder.stream().flatMap(d -> d.needs().stream()).toList();
        var wanted = Need.wanted(needs);
        var keys = wanted.keySet();
        BalanceLock.lock(jdbc, keys);
        int allocated = Need.bind(
                        jdbc.sql(
                                        """
                        with requested as (
                                 select sku, warehouse, quantity
                                   from unnest(:totalSkus::text[], :totalWarehouses::text[], :totals::bigint[])
                                            w(sku, warehouse, quantity)),
                             balances as (
                                 select b.sku, b.warehouse, b.on_hand - b.allocated as free, w.quantity
                                   from stock_balance b join requested w on w.sku = b.sku and w.warehouse = b.warehouse
                                  where b.condition = 'GOOD'),
                             answer as (
                                 select count(*) = cardinality(:totalSkus::text[]) as enough from balances l
                                  where l.quantity <= l.free - coalesce((
                                            select sum(d.quantity) from backorder d
                                             where d.sku = l.sku and d.warehouse = l.warehouse
                                               and d.order_number <> all(:own)
                                               and (d.since, d.order_number) < (:since, :youngest)), 0)),
                             balance as (
                                 update stock_balance b set allocated = b.allocated + l.quantity from balances l, answer a
                                  where b.sku = l.sku and b.warehouse = l.warehouse and b.condition = 'GOOD' and a.enough)
                        insert into stock_allocation (order_number, line_no, sku, warehouse, quantity)
                        select n.order_number, n.line_no, n.sku, n.warehouse, n.quantity
                          from unnest(:orders::text[], :lines::int[], :skus::text[], :warehouses::text[], :quantities::int[])
                                   n(order_number, line_no, sku, warehouse, quantity), answer a
                         where a.enough
                        """)
                                .param("totalSkus", StockKey.skuTexts(keys))
                                .param("totalWarehouses", StockKey.warehouses(keys))
                                .param("totals", wanted.values().toArray(Long[]::new))
                                .param("own", Demand.numbers(demands))
                                .param("youngest", youngest.orderNumber().value())
                                .param("since", Timestamp.from(youngest.orderedAt()))
                                .param(
                                        "orders",
                                        byOrder.stream()
                                                .flatMap(d -> d.needs().stream().map(n -> d.orderNumber()
                                                        .value()))
                                                .toArray(String[]::new)),
                        needs)
                .update();
        if (allocated < needs.size()) {
            throw new TakenByOthers(youngest.orderNumber());
        }
    }

    private final class AtCommit implements TransactionSynchronization {
        @Override
        public void beforeCommit(boolean readOnly) {
            try {
                now();
            } catch (RuntimeException failure) {
                failure.addSuppressed(new AllocationAtCommit());
                throw failure;
            }
        }
    }

    /** Marks a failure as one of an allocation; the failure itself keeps its type, by which retries go. */
    static final class AllocationAtCommit extends RuntimeException {
        AllocationAtCommit() {
            super("The allocation that was left to the commit failed");
        }
    }

    /** Between check and commit others took what seemed plentiful; nothing was changed, and a retry is right. */
    static final class TakenByOthers extends ConcurrencyFailureException {
        TakenByOthers(OrderNumber orderNumber) {
            super("Others took the stock that was meant for orders up to " + orderNumber + "; to be tried again");
        }
    }
}
