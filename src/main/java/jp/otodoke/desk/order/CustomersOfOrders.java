package jp.otodoke.desk.order;

import jp.otodoke.shared.ShipmentNumber;
import java.util.Optional;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.staff.CustomersConcerned;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the customer of an order, a shipment or a task about an order. */
@Component
class CustomersOfOrders implements CustomersConcerned {
    private final FindOrder orders;
    private final FindShipment shipments;
    private final Tasks tasks;

    CustomersOfOrders(FindOrder orders, FindShipment shipments, Tasks tasks) {
        this.orders = orders;
        this.shipments = shipments;
        this.tasks = tasks;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CustomerNumber> customerOf(String area, String number) {
        return switch (area) {
            case "orders" -> ofOrder(number);
            case "shipments" -> number.isBlank()
                        ? Optional.empty()
                        : shipments.find(ShipmentNumber.of(number)).map(Shipment::customerNumber);
            case "inbox", "tasks" ->
                number.matches("\\d{1,18}")
                        ? tasks.subjectsOf(Long.parseLong(number)).stream()
                                .flatMap(subject -> ofSubject(subject).stream())
                                .findFirst()
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<CustomerNumber> ofSubject(Subject subject) {
        return switch (subject.kind()) {
            case CustomerSubject.KIND -> Optional.of(CustomerNumber.of(subject.key()));
            case OrderSubject.KIND -> ofOrder(subject.key());
            default -> Optional.empty();
        };
    }

    private Optional<CustomerNumber> ofOrder(String number) {
        return orders.find(number).map(order -> order.customerNumber());
    }
}
