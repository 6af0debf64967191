package jp.otodoke.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import jp.otodoke.shared.OrderNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes pieces that are missing from the youngest orders that were allocated them and can wait for stock again. */
@Component
class WithdrawAllocations {
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final ObjectProvider<AllocationHolders> holders;
    private final AllocateBackorders backorders;

    WithdrawAllocations(JdbcClient jdbc, ObjectProvider<AllocationHolders> holders, AllocateBackorders backorders) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.backorders = backorders;
    }

    /** The youngest orders that are allocated so many pieces, whether they can wait or not. */
    List<OrderNumber> youngest(StockKey key, long pieces) {
        return enough(allocated(key), pieces);
    }

    /**
     * @return the youngest orders that can wait and are allocated so many pieces; locked, and empty if all that can wait have
     *     fewer
     */
    List<OrderNumber> youngestThatCanWait(StockKey key, long pieces) {
        var allocated = allocated(key);
        var canWait = holders.getObject()
                .thatCanWait(allocated.stream().map(Allocated::order).toList());
        var theirs =
                allocated.stream().filter(one -> canWait.contains(one.order())).toList();
        return theirs.stream().mapToLong(Allocated::pieces).sum() < pieces ? List.of() : enough(theirs, pieces);
    }

    private static List<OrderNumber> enough(List<Allocated> youngestFirst, long pieces) {
        var found = new ArrayList<OrderNumber>();
        long sum = 0;
        for (var one : youngestFirst) {
            if (sum >= pieces) {
                break;
            }
            found.add(one.order());
            sum += one.pieces();
        }
        return found;
    }

    private List<Allocated> allocated(StockKey key) {
        return jdbc.sql(
                        """
                        select order_number, sum(quantity) as pieces from stock_allocation
                         where sku = :sku and warehouse = :warehouse
                         group by order_number order by order_number desc limit :most
                        """)
                .param("sku", key.sku().value())
                .param("warehouse", key.warehouse().code())
                .param("most", MOST)
                .query((row, i) -> new Allocated(OrderNumber.of(row.getString(1)), row.getLong(2)))
                .list();
    }

    /** Takes these orders all that they are allocated; nobody is given it before {@link #waitAgain}. */
    Withdrawn withdraw(Collection<OrderNumber> orders) {
        var keys = new TreeSet<StockKey>();
        orders.forEach(order -> keys.addAll(BalanceLock.keysOf(jdbc, order)));
        BalanceLock.lock(jdbc, keys);
        jdbc.sql(
                        """
                        with ended as (delete from backorder where order_number = any(:orders)),
                             gone as (
                                 delete from stock_allocation where order_number = any(:orders)
                                 returning sku, warehouse, quantity),
                             sums as (select sku, warehouse, sum(quantity) as quantity from gone group by 1, 2)
                        update stock_balance b set allocated = b.allocated - s.quantity from sums s
                         where b.sku = s.sku and b.warehouse = s.warehouse and b.condition = 'GOOD'
                        """)
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .update();
        return new Withdrawn(List.copyOf(orders), keys);
    }

    /** They take their places by their age among those that wait before what is left is given to anybody. */
    void waitAgain(Withdrawn withdrawn) {
        if (!withdrawn.orders().isEmpty()) {
            holders.getObject().waitForStock(withdrawn.orders());
            backorders.allocate(withdrawn.keys());
        }
    }

    private record Allocated(OrderNumber order, long pieces) {}

    /** @param keys of all that they were allocated or waited for */
    record Withdrawn(List<OrderNumber> orders, Collection<StockKey> keys) {}
}
