package jp.otodoke.inventory;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what was kept for an order; who waits for it may try again. */
@Component
public class ReleaseStock {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ReleaseStock(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Nothing happens where nothing is kept. */
    @Transactional
    public void release(String orderNumber) {
        jdbc.sql("delete from stock_demand where order_number = :order")
                .param("order", orderNumber)
                .update();
        freed(jdbc.sql(
                        """
                        with gone as (delete from stock_allocation where order_number = :order returning sku, quantity),
                             sums as (select sku, sum(quantity) as quantity from gone group by sku),
                             locked as (select b.sku, s.quantity from stock_balance b join sums s on s.sku = b.sku
                                         order by b.sku for update of b)
                        update stock_balance b set allocated = b.allocated - l.quantity from locked l
                         where b.sku = l.sku returning b.sku
                        """)
                .param("order", orderNumber)
                .query(String.class)
                .list());
    }

    /** Gives back what is kept for single lines of an order. */
    @Transactional
    public void releaseLines(String orderNumber, List<Integer> lines) {
        freed(jdbc.sql(
                        """
                        with gone as (delete from stock_allocation where order_number = :order and line_no = any(:lines)
                                      returning sku, quantity),
                             sums as (select sku, sum(quantity) as quantity from gone group by sku),
                             locked as (select b.sku, s.quantity from stock_balance b join sums s on s.sku = b.sku
                                         order by b.sku for update of b)
                        update stock_balance b set allocated = b.allocated - l.quantity from locked l
                         where b.sku = l.sku returning b.sku
                        """)
                .param("order", orderNumber)
                .param("lines", lines.toArray(Integer[]::new))
                .query(String.class)
                .list());
    }

    private void freed(List<String> skus) {
        skus.stream().sorted().forEach(sku -> events.publishEvent(new StockArrived(sku)));
    }
}
