package jp.otodoke.inventory;

import java.util.List;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which orders wait for a SKU, oldest first. */
@Component
public class WaitingOrders {
    private final JdbcClient jdbc;

    WaitingOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<OrderNumber> waitingFor(Sku sku) {
        return jdbc.sql("select order_number from backorder where sku = :sku order by since, order_number")
                .param("sku", sku.value())
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }
}
