package jp.otodoke.inventory;

import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records returned goods that can be sold again. */
@Component
public class ReturnStock {
    private final StockLedger ledger;

    ReturnStock(StockLedger ledger) {
        this.ledger = ledger;
    }

    /** The same reference again changes nothing for this SKU. */
    @Transactional
    public void returned(Sku sku, int quantity, String reference) {
        ledger.move(sku, "RETURN", quantity, reference, null, null);
    }
}
