package jp.otodoke.inventory;

import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records goods received. */
@Component
public class ReceiveStock {
    private final StockLedger ledger;
    private final ApplicationEventPublisher events;

    ReceiveStock(StockLedger ledger, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * @param quantity pieces, above zero
     * @param reference of the receipt; the same reference again changes nothing for this SKU
     */
    @Transactional
    public void receive(Sku sku, int quantity, String reference) {
        if (quantity <= 0) {
            throw new InvalidInput("quantity", "invalid", BilingualText.of("stock.problem.quantity", quantity));
        }
        if (ledger.move(sku, "RECEIPT", quantity, reference, null, null)) {
            events.publishEvent(new StockArrived(sku));
        }
    }
}
