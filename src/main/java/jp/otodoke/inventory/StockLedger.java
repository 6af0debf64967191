package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes movements and maintains balances. A reference moves a SKU once per kind, warehouse and condition. Good pieces that
 * come in go to the orders that wait for them before anybody else can take them.
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
    void move(Sku sku, Warehouse warehouse, StockCondition condition, String kind, int quantity, String reference) {
        var inserted = jdbc.sql(
                        """
                        insert into stock_movement (sku, warehouse, condition, kind, quantity, reference, at)
                        values (:sku, :warehouse, :condition, :kind, :quantity, :reference, :at)
                        on conflict (sku, warehouse, condition, kind, reference) do nothing
                        """)
                .param("sku", sku.value())
                .param("warehouse", warehouse.code())
                .param("condition", condition.name())
                .param("kind", kind)
                .param("quantity", quantity)
                .param("reference", reference)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (inserted == 0) {
            return;
        }
        jdbc.sql(
                        """
                        insert into stock_balance (sku, warehouse, condition, on_hand)
                        values (:sku, :warehouse, :condition, :quantity)
                        on conflict (sku, warehouse, condition) do update set on_hand = stock_balance.on_hand + excluded.on_hand
                        """)
                .param("sku", sku.value())
                .param("warehouse", warehouse.code())
                .param("condition", condition.name())
                .param("quantity", quantity)
                .update();
        if (quantity > 0 && condition == StockCondition.GOOD) {
            backorders.allocate(List.of(new StockKey(sku, warehouse)));
        }
    }
}
