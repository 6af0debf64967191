package jp.otodoke.payments;

import jp.otodoke.loyalty.PointsMoved;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Books the points of customers as a debt: what is granted costs, and what is used, expires or is taken back costs less. Sales are
 * net of the points that an order uses, so that their use is no payment.
 */
@Component
class PostPoints {
    private final Ledger ledger;

    PostPoints(Ledger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(PointsMoved moved) {
        ledger.post(moved.moves().stream()
                .map(move -> new Posting(move.name(), Account.POINT_COSTS, Account.POINTS, move.amount(), null))
                .toList());
    }
}
