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
import jp.otodoke.loyalty.Coupons;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Timeline;
import jp.otodoke.orders.sql.OrderSearch;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.FindPaymentEntries;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.PaymentEntry;
import jp.otodoke.payments.RefundEntry;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API's view of orders: their own data, payment, parcels and history. */
@Component
class OrderResponses {
    private final FindOrder orders;
    private final FindPayment payments;
    private final FindPaymentEntries entries;
    private final FindShipment shipments;
    private final FindPlannedShipments plans;
    private final Timeline timeline;
    private final OrderSearch search;
    private final Coupons coupons;

    OrderResponses(
            FindOrder orders,
            FindPayment payments,
            FindPaymentEntries entries,
            FindShipment shipments,
            FindPlannedShipments plans,
            Timeline timeline,
            OrderSearch search,
            Coupons coupons) {
        this.orders = orders;
        this.payments = payments;
        this.entries = entries;
        this.shipments = shipments;
        this.plans = plans;
        this.timeline = timeline;
        this.search = search;
        this.coupons = coupons;
    }

    @Transactional(readOnly = true)
    OrderResponse of(OrderNumber number) {
        return of(
                orders.get(number),
                shipments.ofOrder(number),
                payments.get(number),
                entries.payments(number),
                entries.refunds(number));
    }

    /**
     * A new order has left in no shipment, nothing of it goes back, and most have paid nothing yet; skipping the queries
     * avoids flushing everything before the commit.
     */
    OrderResponse ofNew(Order order) {
        var payment = payments.get(order.number());
        var begun = payment.transactionNo() != null
                || payment.paid().isPositive()
                || payment.method() == PaymentMethod.CONVENIENCE_STORE
                || payment.method() == PaymentMethod.BANK_TRANSFER;
        return of(order, List.of(), payment, begun ? entries.payments(order.number()) : List.of(), List.of());
    }

    private OrderResponse of(
            Order order, List<Shipment> own, Payment payment, List<PaymentEntry> paid, List<RefundEntry> refunds) {
        var parcels = own.isEmpty()
                ? Map.<ShipmentNumber, List<CarriedParcel>>of()
                : shipments.parcels(own.stream().map(Shipment::number).toList());
        return OrderResponse.of(
                order,
                coupon(order),
                payment,
                paid,
                refunds,
                own,
                parcels,
                plans.namedFor(order.number()),
                timeline.of(order.number()));
    }

    /** Only what was reduced can use one; most are not. */
    private @Nullable String coupon(Order order) {
        return order.totals().discount().isZero()
                ? null
                : coupons.codes(List.of(order.number())).get(order.number());
    }

    @Transactional(readOnly = true)
    Paged<OrderItem> list(OrderSearch.Filter filter, PageQuery page) {
        var sort = page.sort(OrderSearch.sorts(), "-orderedAt");
        var numbers = search.numbers(filter, sort.field(), sort.down(), page.offset(), page.size());
        var found = orders.all(numbers).stream().collect(Collectors.toMap(Order::number, Function.identity()));
        var money = payments.all(numbers).stream().collect(Collectors.toMap(Payment::orderNumber, Function.identity()));
        var codes = coupons.codes(numbers);
        var items = numbers.stream()
                .map(n -> OrderItem.of(found(found, n), found(money, n), codes.get(n)))
                .toList();
        return Paged.of(items, page, search.count(filter));
    }

    private static <T> T found(Map<OrderNumber, T> all, OrderNumber number) {
        return Objects.requireNonNull(all.get(number));
    }
}
