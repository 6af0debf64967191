package jp.otodoke.fulfilment.process;

import java.util.Collection;
import java.util.List;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentLine;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.workflow.BeforeDelivery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads the shipments, orders and payments of cases that are about to move; each of their steps then finds its own already
 * read. A step that has to know what others have changed meanwhile locks and reads again.
 */
@Component
@Order(1)
class ReadCases implements BeforeDelivery {
    private final FindOrder orders;
    private final FindPayment payments;
    private final FindShipment shipments;

    ReadCases(FindOrder orders, FindPayment payments, FindShipment shipments) {
        this.orders = orders;
        this.payments = payments;
        this.shipments = shipments;
    }

    @Override
    public void before(String process, String message, Collection<String> keys) {
        switch (process) {
            case OrderProcess.PROCESS ->
                orders(keys.stream().map(OrderNumber::of).toList());
            case ShipmentProcess.PROCESS ->
                orders(shipments.all(keys.stream().map(ShipmentNumber::of).toList()).stream()
                        .map(Shipment::lines)
                        .flatMap(List::stream)
                        .map(ShipmentLine::orderNumber)
                        .distinct()
                        .toList());
            default -> {}
        }
    }

    private void orders(Collection<OrderNumber> numbers) {
        orders.all(numbers);
        payments.all(numbers);
    }
}
