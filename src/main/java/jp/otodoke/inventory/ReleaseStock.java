package jp.otodoke.inventory;

import java.util.List;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Releases an order's allocation, which goes to the orders that wait for it. */
@Component
public class ReleaseStock {
    private final JdbcClient jdbc;
    private final DeferredAllocation atCommit;
    private final AllocateBackorders backorders;

    ReleaseStock(JdbcClient jdbc, DeferredAllocation atCommit, AllocateBackorders backorders) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
        this.backorders = backorders;
    }

    /** Nothing happens if nothing is allocated. */
    @Transactional
    public void release(OrderNumber orderNumber) {
        atCommit.now();
        var concerned = BalanceLock.lockAllOf(jdbc, orderNumber);
        jdbc.sql(
                        """
                        with ended as (delete from backorder where order_number = :order),
                             gone as (
                                 delete from stock_allocation where order_number = :order
                                 returning sku, warehouse, quantity),
                             sums as (select sku, warehouse, sum(quantity) as quantity from gone group by 1, 2)
                        update stock_balance b set allocated = b.allocated - s.quantity from sums s
                         where b.sku = s.sku and b.warehouse = s.warehouse and b.condition = 'GOOD'
                        """)
                .param("order", orderNumber.value())
                .update();
        // Also orders that waited behind this one without anything being allocated to it.
        backorders.allocate(concerned);
    }

    /** Releases what is allocated beyond these needs, and no longer waits for more than they are. */
    @Transactional
    public void releaseBeyond(OrderNumber orderNumber, List<Need> needs) {
        atCommit.now();
        var concerned = BalanceLock.lockAllOf(jdbc, orderNumber);
        AllocationAdjustment.trim(jdbc, orderNumber, needs);
        AllocationAdjustment.trimBackorder(jdbc, orderNumber, needs);
        backorders.allocate(concerned);
    }
}
