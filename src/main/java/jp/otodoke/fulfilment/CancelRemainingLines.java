package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.AdvanceOrder.Pieces;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.CancelRest;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/**
 * Cancels the open pieces of an order that are in no shipment. A set of which a part has shipped can't be
 * cancelled any more, as the customer has that part: the set counts as shipped, and staff settle the price of the
 * rest.
 */
@Component
class CancelRemainingLines {
    private final FindOrder orders;
    private final Shipments shipments;
    private final SetParts setParts;
    private final AdvanceOrder advance;
    private final CancelRest cancelRest;
    private final Timeline timeline;

    CancelRemainingLines(
            FindOrder orders,
            Shipments shipments,
            SetParts setParts,
            AdvanceOrder advance,
            CancelRest cancelRest,
            Timeline timeline) {
        this.orders = orders;
        this.shipments = shipments;
        this.setParts = setParts;
        this.advance = advance;
        this.cancelRest = cancelRest;
        this.timeline = timeline;
    }

    void cancel(OrderNumber number, CancelReason reason, String by) {
        var packed = setParts.packed(number, shipments.ofOrders(List.of(number)));
        var underway = packed.underway();
        var begun = new ArrayList<Pieces>();
        var lines = orders.get(number).lines();
        for (int line = 1; line <= lines.size(); line++) {
            var open = lines.get(line - 1).open() - underway.getOrDefault(line, 0);
            var pieces = Math.min(open, packed.begun(line) - packed.whole(line));
            if (pieces > 0) {
                begun.add(new Pieces(line, pieces));
                timeline.add(
                        number,
                        "SET_INCOMPLETE",
                        BilingualText.of(
                                "timeline.set-counts-as-shipped",
                                lines.get(line - 1).sku()),
                        by);
            }
        }
        if (!begun.isEmpty()) {
            advance.ship(number, begun);
        }
        cancelRest.cancel(number, underway, reason, by);
    }
}
