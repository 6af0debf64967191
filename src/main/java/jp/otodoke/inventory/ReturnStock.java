package jp.otodoke.inventory;

import jp.otodoke.shared.Sku;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records returned goods that can be sold again. */
@Component
public class ReturnStock {
    private final StockLedger ledger;
    private final ApplicationEventPublisher events;

    ReturnStock(StockLedger ledger, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.events = events;
    }

    /** The same reference again changes nothing for this SKU. */
    @Transactional
    public void returned(Sku sku, int quantity, String reference) {
        if (ledger.move(sku, "RETURN", quantity, reference, null, null)) {
            events.publishEvent(new StockArrived(sku));
        }
    }
}
