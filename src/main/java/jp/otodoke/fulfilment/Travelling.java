package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is open of an order and already in a parcel that the warehouse has not finished. */
@Component
class Travelling {
    private final Shipments shipments;

    Travelling(Shipments shipments) {
        this.shipments = shipments;
    }

    /** Pieces per line number of the order. */
    Map<Integer, Integer> pieces(String orderNumber) {
        return pieces(orderNumber, shipments.ofOrders(List.of(orderNumber)));
    }

    /** The same among parcels that are known already. */
    static Map<Integer, Integer> pieces(String orderNumber, Collection<Shipment> parcels) {
        var result = new LinkedHashMap<Integer, Integer>();
        for (var shipment : parcels) {
            if (shipment.toBeShipped()) {
                mine(shipment, orderNumber).forEach((line, pieces) -> result.merge(line, pieces, Integer::sum));
            }
        }
        return result;
    }

    /** A set is travelling as long as any part of it is. */
    private static Map<Integer, Integer> mine(Shipment shipment, String orderNumber) {
        var result = new LinkedHashMap<Integer, Integer>();
        shipment.lines().stream()
                .filter(l -> l.isGoods() && l.orderNumber().equals(orderNumber))
                .forEach(l -> result.merge(
                        l.orderLineNo(), l.quantity() / l.perPiece() - l.shipped() / l.perPiece(), Math::max));
        return result;
    }
}
