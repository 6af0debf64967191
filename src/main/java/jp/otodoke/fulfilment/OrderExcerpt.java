package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.shared.Yen;

/** The details of an order needed for a decision: goods, destinations, delivery dates and payment. */
record OrderExcerpt(
        OrderSummary head, List<OrderLine> lines, List<OrderDestination> destinations, Yen charged, Yen paid) {
    public Yen open() {
        return charged.minus(paid);
    }
}
