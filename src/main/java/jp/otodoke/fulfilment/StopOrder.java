package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/**
 * Stops an order that may no longer be wanted, as far as still possible: before hand-over it is held until a person
 * decides, afterwards the warehouse is asked to cancel.
 */
@Component
public class StopOrder {
    /** What became of the order. */
    public enum Outcome {
        /** On hold; a person decides. */
        HELD,
        /** The warehouse is asked; its answer decides. */
        ASKED,
        /** Goods have left the warehouse. */
        TOO_LATE,
        /** Cancelled or returned before. */
        OVER
    }

    private final FindOrder orders;
    private final Shipments shipments;
    private final ChangeRequests changes;
    private final RequestOrderCancel requestOrderCancel;
    private final RetryOnConflict retryOnConflict;

    StopOrder(
            FindOrder orders,
            Shipments shipments,
            ChangeRequests changes,
            RequestOrderCancel requestOrderCancel,
            RetryOnConflict retryOnConflict) {
        this.orders = orders;
        this.shipments = shipments;
        this.changes = changes;
        this.requestOrderCancel = requestOrderCancel;
        this.retryOnConflict = retryOnConflict;
    }

    public Outcome stop(OrderNumber orderNumber, String reason, String by) {
        return retryOnConflict.inTransaction(() -> {
            var status = orders.get(orderNumber).status();
            if (status == OrderStatus.CANCELLED || status == OrderStatus.RETURNED) {
                return Outcome.OVER;
            }
            var own = shipments.ofOrders(List.of(orderNumber)).stream()
                    .map(Shipment::status)
                    .filter(each -> each != ShipmentStatus.CANCELLED)
                    .toList();
            boolean held = holdBeforeHandOver(orderNumber, reason, by);
            boolean asked = own.stream().anyMatch(ShipmentStatus::atTheWarehouse);
            if (asked) {
                requestOrderCancel.requestOfWarehouses(orderNumber, reason, by);
            }
            if (held) {
                return Outcome.HELD;
            }
            return asked && own.stream().allMatch(ShipmentStatus::atTheWarehouse) ? Outcome.ASKED : Outcome.TOO_LATE;
        });
    }

    /**
     * Holds the order unless it has been handed over. An earlier hold stays, with its reason.
     *
     * @return whether it is on hold
     */
    public boolean holdBeforeHandOver(OrderNumber orderNumber, String reason, String by) {
        return retryOnConflict.inTransaction(() -> {
            var order = orders.get(orderNumber);
            if (!order.status().beforeHandOver()) {
                return false;
            }
            if (!order.onHold()) {
                changes.hold(orderNumber, reason, by);
            }
            return true;
        });
    }
}
