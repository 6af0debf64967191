package jp.otodoke.inventory.bulk;

import java.util.List;
import jp.otodoke.platform.data.BulkRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes stock movements in bulk.
 *
 * <p>Each method answers how many rows it wrote.
 */
@Component
@Profile("demo & !production")
public class BulkStock {
    private final JdbcTemplate jdbc;

    BulkStock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tables whose indexes cost more than the rows while millions are written. */
    public List<String> tables() {
        return List.of("stock_movement");
    }

    /** Movements; their balances follow with {@link #finish}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int movements(BulkRows rows) {
        return jdbc.update("insert into stock_movement (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** What the warehouse expects. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int incoming(BulkRows rows) {
        return jdbc.update("insert into stock_incoming (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Makes the balances of all movements. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int finish() {
        var balances = jdbc.update(
                "insert into stock_balance (sku, on_hand) select sku, sum(quantity) from stock_movement group by sku");
        jdbc.execute("analyze stock_movement, stock_balance");
        return balances;
    }
}
