package jp.otodoke.desk.order.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.FindPlannedShipments;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.FindShipment.CarriedParcel;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.Timeline;
import jp.otodoke.orders.sql.OrderSearch;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API's view of orders: their own data, payment, parcels and history. */
@Component
class OrderResponses {
    private final FindOrder orders;
    private final FindPayment payments;
    private final FindShipment shipments;
    private final FindPlannedShipments plans;
    private final Timeline timeline;
    private final OrderSearch search;

    OrderResponses(
            FindOrder orders,
            FindPayment payments,
            FindShipment shipments,
            FindPlannedShipments plans,
            Timeline timeline,
            OrderSearch search) {
        this.orders = orders;
        this.payments = payments;
        this.shipments = shipments;
        this.plans = plans;
        this.timeline = timeline;
        this.search = search;
    }

    @Transactional(readOnly = true)
    OrderResponse of(OrderNumber number) {
        return of(orders.get(number), shipments.ofOrder(number));
    }

    /** A new order has left in no shipment yet; skipping the query avoids flushing everything before the commit. */
    OrderResponse ofNew(Order order) {
        return of(order, List.of());
    }

    private OrderResponse of(Order order, List<Shipment> own) {
        var parcels = own.isEmpty()
                ? Map.<ShipmentNumber, List<CarriedParcel>>of()
                : shipments.parcels(own.stream().map(Shipment::number).toList());
        return OrderResponse.of(
                order,
                payments.get(order.number()),
                own,
                parcels,
                plans.namedFor(order.number()),
                timeline.of(order.number()));
    }

    @Transactional(readOnly = true)
    Paged<OrderItem> list(OrderSearch.Filter filter, PageQuery page) {
        var sort = page.sort(OrderSearch.sorts(), "-orderedAt");
        var numbers = search.numbers(filter, sort.field(), sort.down(), page.offset(), page.size());
        var found = orders.all(numbers).stream().collect(Collectors.toMap(Order::number, Function.identity()));
        var money = payments.all(numbers).stream().collect(Collectors.toMap(Payment::orderNumber, Function.identity()));
        var items = numbers.stream()
                .map(n -> OrderItem.of(found(found, n), found(money, n)))
                .toList();
        return Paged.of(items, page, search.count(filter));
    }

    private static <T> T found(Map<OrderNumber, T> all, OrderNumber number) {
        return Objects.requireNonNull(all.get(number));
    }
}
