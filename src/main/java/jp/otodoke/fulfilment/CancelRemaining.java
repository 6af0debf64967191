package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.AdvanceOrder.Pieces;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.CancelRest;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.Words;
import org.springframework.stereotype.Component;

/**
 * Cancels what is open of an order and in no parcel. A set of which a part has left can't be cancelled any more: the
 * customer has that part, so the set counts as shipped and staff settle the rest of its price.
 */
@Component
class CancelRemaining {
    private final FindOrder orders;
    private final Shipments shipments;
    private final AdvanceOrder advance;
    private final CancelRest cancelRest;
    private final Timeline timeline;

    CancelRemaining(
            FindOrder orders, Shipments shipments, AdvanceOrder advance, CancelRest cancelRest, Timeline timeline) {
        this.orders = orders;
        this.shipments = shipments;
        this.advance = advance;
        this.cancelRest = cancelRest;
        this.timeline = timeline;
    }

    void cancel(String number, CancelReason reason, String by) {
        var packed = Packed.of(number, shipments.ofOrders(List.of(number)));
        var travelling = packed.travelling();
        var begun = new ArrayList<Pieces>();
        var lines = orders.get(number).lines();
        for (int line = 1; line <= lines.size(); line++) {
            var open = lines.get(line - 1).open() - travelling.getOrDefault(line, 0);
            var pieces = Math.min(open, packed.begun(line) - packed.whole(line));
            if (pieces > 0) {
                begun.add(new Pieces(line, pieces));
                timeline.add(
                        number,
                        "SET_INCOMPLETE",
                        Words.of(
                                "timeline.set-counts-as-shipped",
                                lines.get(line - 1).sku()),
                        by);
            }
        }
        if (!begun.isEmpty()) {
            advance.ship(number, begun);
        }
        cancelRest.cancel(number, travelling, reason, by);
    }
}
