package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.Optional;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;

/**
 * A shipment of an order until it is released.
 *
 * @param day its planned ship date; empty while its goods are awaited, and while it can't reach the requested delivery date
 */
record PlannedShipment(ShipmentNumber number, OrderNumber order, ShipmentGroup group, Optional<LocalDate> day) {
    PlannedShipment on(Optional<LocalDate> otherDay) {
        return new PlannedShipment(number, order, group, otherDay);
    }
}
