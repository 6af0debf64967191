package jp.otodoke.inventory;

import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records returned goods; only those in good condition can be sold again. */
@Component
public class ReturnStock {
    private final StockLedger ledger;

    ReturnStock(StockLedger ledger) {
        this.ledger = ledger;
    }

    /** The same reference again changes nothing for this SKU. */
    @Transactional
    public void returned(Sku sku, Warehouse warehouse, StockCondition condition, int quantity, String reference) {
        ledger.move(sku, warehouse, condition, "RETURN", quantity, reference);
    }
}
