package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes movements and maintains balances. A reference moves a SKU once per kind. What comes in goes to the orders that
 * wait for it before anybody else can take it.
 */
@Component
class StockLedger {
    private final JdbcClient jdbc;
    private final AllocateBackorders backorders;
    private final BusinessClock clock;

    StockLedger(JdbcClient jdbc, AllocateBackorders backorders, BusinessClock clock) {
        this.jdbc = jdbc;
        this.backorders = backorders;
        this.clock = clock;
    }

    /** The same reference again changes nothing. */
    void move(Sku sku, String kind, int quantity, String reference, @Nullable String lot, @Nullable LocalDate expiry) {
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
            return;
        }
        jdbc.sql(
                        """
                        insert into stock_balance (sku, on_hand) values (:sku, :quantity)
                        on conflict (sku) do update set on_hand = stock_balance.on_hand + excluded.on_hand
                        """)
                .param("sku", sku.value())
                .param("quantity", quantity)
                .update();
        if (quantity > 0) {
            backorders.allocate(List.of(sku));
        }
    }
}
