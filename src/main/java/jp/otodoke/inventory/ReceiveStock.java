package jp.otodoke.inventory;

import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records goods received. */
@Component
public class ReceiveStock {
    private final StockLedger ledger;

    ReceiveStock(StockLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param quantity pieces, above zero
     * @param reference of the receipt; the same reference again changes nothing for this SKU in this warehouse
     */
    @Transactional
    public void receive(Sku sku, Warehouse warehouse, int quantity, String reference) {
        if (quantity <= 0) {
            throw new InvalidInput("quantity", "invalid", BilingualText.of("stock.problem.quantity", quantity));
        }
        ledger.move(sku, warehouse, StockCondition.GOOD, "RECEIPT", quantity, reference);
    }
}
