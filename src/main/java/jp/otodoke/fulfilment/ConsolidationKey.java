package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Objects;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.shared.CustomerNumber;

/**
 * The customer, destination, payment kind, warehouse and temperature of a shipment; orders ready on the same day with
 * equal keys are shipped together.
 */
record ConsolidationKey(
        CustomerNumber customerNumber,
        OrderDestination destination,
        PaymentKind paymentKind,
        Warehouse warehouse,
        CoolService cool) {
    /**
     * The part of the destination that must match; other details, such as the note on the shipping label, need
     * not.
     */
    private List<Object> parts() {
        return List.of(
                customerNumber,
                destination.addressKey(),
                destination.name(),
                paymentKind,
                warehouse,
                cool,
                Objects.toString(destination.deliveryDate()),
                Objects.toString(destination.timeSlot()),
                destination.packing().present());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConsolidationKey key && parts().equals(key.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }
}
