package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Objects;
import jp.otodoke.orders.OrderDestination;

/** For whom, where to and how paid: what is ready on one day with an equal key travels together. */
record ConsolidationKey(String customerNumber, OrderDestination destination, PaymentKind paymentKind) {
    /** What has to agree; a destination says more than that, such as the message on the slip. */
    private List<Object> parts() {
        return List.of(
                customerNumber,
                destination.addressKey(),
                destination.name(),
                paymentKind,
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
