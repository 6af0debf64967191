package jp.otodoke.inventory;

import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goods come into the house. */
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
     * @param reference what brought them; the same reference again changes nothing for this SKU
     */
    @Transactional
    public void receive(String sku, int quantity, String reference) {
        if (quantity <= 0) {
            throw new InvalidInput("quantity", "invalid", Words.of("stock.problem.quantity", quantity));
        }
        if (ledger.move(sku, "RECEIPT", quantity, reference, null, null)) {
            events.publishEvent(new StockArrived(sku));
        }
    }
}
