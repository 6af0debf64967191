package jp.otodoke.inventory;

import java.util.List;
import java.util.TreeSet;
import jp.otodoke.inventory.AllocateStock.Need;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Releases an order's allocation; orders waiting for it may try again. */
@Component
public class ReleaseStock {
    private final JdbcClient jdbc;
    private final DeferredAllocation atCommit;
    private final ApplicationEventPublisher events;

    ReleaseStock(JdbcClient jdbc, DeferredAllocation atCommit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
        this.events = events;
    }

    /** Nothing happens if nothing is allocated. */
    @Transactional
    public void release(OrderNumber orderNumber) {
        atCommit.now();
        var wanted = jdbc.sql("delete from backorder where order_number = :order returning sku")
                .param("order", orderNumber.value())
                .query((row, i) -> Sku.of(row.getString(1)))
                .list();
        var allocated = jdbc.sql(
                        """
                        with gone as (delete from stock_allocation where order_number = :order returning sku, quantity),
                             sums as (select sku, sum(quantity) as quantity from gone group by sku),
                             locked as (select b.sku, s.quantity from stock_balance b join sums s on s.sku = b.sku
                                         order by b.sku for update of b)
                        update stock_balance b set allocated = b.allocated - l.quantity from locked l
                         where b.sku = l.sku returning b.sku
                        """)
                .param("order", orderNumber.value())
                .query((row, i) -> Sku.of(row.getString(1)))
                .list();
        released(wanted, allocated);
    }

    /** Releases what is allocated beyond these needs. */
    @Transactional
    public void releaseBeyond(OrderNumber orderNumber, List<Need> needs) {
        atCommit.now();
        released(List.of(), AllocationAdjustment.trim(jdbc, orderNumber, needs));
    }

    /** Orders waiting behind this one may try again, even if nothing was allocated to it. */
    private void released(List<Sku> wanted, List<Sku> allocated) {
        var skus = new TreeSet<>(wanted);
        skus.addAll(allocated);
        skus.forEach(sku -> events.publishEvent(new StockArrived(sku)));
    }
}
