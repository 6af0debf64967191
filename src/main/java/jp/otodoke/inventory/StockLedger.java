package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.LocalDate;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes movements and maintains balances. A reference moves a SKU once per kind. */
@Component
class StockLedger {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    StockLedger(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it was new */
    boolean move(
            Sku sku, String kind, int quantity, String reference, @Nullable String lot, @Nullable LocalDate expiry) {
        var inserted = jdbc.sql(
                        """
                        insert into stock_movement (sku, kind, quantity, reference, lot, expiry, at)
                        values (:sku, :kind, :quantity, :reference, :lot, :expiry, :at)
                        on conflict (sku, kind, reference) do nothing
                        """)
                .param("sku", sku.value())
                .param("kind", kind)
                .param("quantity", quantity)
                .param("reference", reference)
                .param("lot", lot)
                .param("expiry", expiry)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (inserted == 0) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into stock_balance (sku, on_hand) values (:sku, :quantity)
                        on conflict (sku) do update set on_hand = stock_balance.on_hand + excluded.on_hand
                        """)
                .param("sku", sku.value())
                .param("quantity", quantity)
                .update();
        return true;
    }
}
