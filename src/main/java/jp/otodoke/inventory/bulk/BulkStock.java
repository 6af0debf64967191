package jp.otodoke.inventory.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes stock movements in bulk. */
@Component
@Profile("demo & !production")
class BulkStock implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkStock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of(
                "stock.movements", this::movements,
                "stock.incoming", this::incoming);
    }

    @Override
    public List<String> largeTables() {
        return List.of("stock_movement");
    }

    /** Movements; their balances follow with {@link #finish}. */
    private int movements(BulkRows rows) {
        return jdbc.update("insert into stock_movement (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** What the warehouse expects. */
    private int incoming(BulkRows rows) {
        return jdbc.update("insert into stock_incoming (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Makes the balances of all movements. */
    @Override
    public void finish() {
        jdbc.update(
                """
                insert into stock_balance (sku, warehouse, condition, on_hand)
                select sku, warehouse, condition, sum(quantity) from stock_movement group by 1, 2, 3
                """);
        jdbc.execute("analyze stock_movement, stock_balance");
    }
}
