package jp.otodoke.desk.order;

import java.util.List;
import java.util.Optional;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.fulfilment.FindPlannedShipments;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.PlannedGoods;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.fulfilment.ShipmentSubject;
import jp.otodoke.fulfilment.SplitShipment;
import jp.otodoke.fulfilment.TrackingUrls;
import jp.otodoke.fulfilment.UndoSplit;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.loyalty.Coupons;
import jp.otodoke.orders.Confirmations;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.FindPaymentEntries;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.PathMap;
import jp.otodoke.workflow.ProcessMonitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Combines what the modules know about one order. */
@Component
public class LoadOrderView {
    private final FindOrder orders;
    private final FindCustomer customers;
    private final FindPayment payments;
    private final FindPaymentEntries entries;
    private final FindShipment shipments;
    private final FindPlannedShipments plans;
    private final PlannedGoods plannedGoods;
    private final SplitShipment splitShipment;
    private final UndoSplit undoSplit;
    private final Tasks tasks;
    private final Timeline timeline;
    private final ProcessMonitor processes;
    private final Confirmations confirmations;
    private final Coupons coupons;
    private final JdbcClient jdbc;

    LoadOrderView(
            FindOrder orders,
            FindCustomer customers,
            FindPayment payments,
            FindPaymentEntries entries,
            FindShipment shipments,
            FindPlannedShipments plans,
            PlannedGoods plannedGoods,
            SplitShipment splitShipment,
            UndoSplit undoSplit,
            Tasks tasks,
            Timeline timeline,
            ProcessMonitor processes,
            Confirmations confirmations,
            Coupons coupons,
            JdbcClient jdbc) {
        this.orders = orders;
        this.customers = customers;
        this.payments = payments;
        this.entries = entries;
        this.shipments = shipments;
        this.plans = plans;
        this.plannedGoods = plannedGoods;
        this.splitShipment = splitShipment;
        this.undoSplit = undoSplit;
        this.tasks = tasks;
        this.timeline = timeline;
        this.processes = processes;
        this.confirmations = confirmations;
        this.coupons = coupons;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    OrderView show(OrderNumber number) {
        var order = orders.get(number);
        var payment = payments.find(number);
        var parcels = shipments.ofOrder(number);
        var open = tasks.about(OrderSubject.of(number));
        var path = processes.path("order", number.value());
        var ways = processes.paths(
                "shipment",
                parcels.stream().map(parcel -> parcel.number().value()).toList());
        return new OrderView(
                order.number(),
                order.status(),
                order.statusSince(),
                order.holdReason(),
                order.cancelReason(),
                order.channel(),
                order.channelOrderId(),
                order.orderedAt(),
                order.mediaCode(),
                order.note().isBlank() ? null : order.note(),
                order.shipDay(),
                customers.find(order.customerNumber()).orElse(null),
                order.destinations(),
                order.lines(),
                order.totals(),
                money(order, payment),
                entries.payments(number),
                entries.refunds(number),
                parcels.stream()
                        .map(p -> row(p, open, ways.get(p.number().value())))
                        .toList(),
                plans.namedFor(number),
                plannedGoods.of(number),
                splitShipment.possible(number),
                undoSplit.possible(number),
                open,
                timeline.of(number),
                new OrderView.Source(order.sourceMessageId(), order.sourceFile(), order.sourceLine()),
                possible(order, payment, parcels),
                confirmations.of(number),
                PathMap.of(path),
                processes.trail(path));
    }

    /** @throws Refusal if not found */
    @Transactional(readOnly = true)
    public EditableOrder content(OrderNumber number) {
        var order = orders.get(number);
        return new EditableOrder(
                order.status(),
                order.buyerName(),
                order.destinations(),
                order.lines(),
                order.paymentMethod(),
                order.totals(),
                coupons.codes(List.of(number)).get(number),
                order.pricedByShop());
    }

    /** Changes whenever anything in the upper part of the page does: status, money, shipments, tasks, history. */
    @Transactional(readOnly = true)
    String mark(OrderNumber number) {
        return jdbc.sql(
                        """
                        select md5(concat_ws('|', o.version, o.status,
                               (select max(e.id) from orders_event_view e where e.order_number = o.order_number),
                               (select concat(p.status, p.charged, p.paid) from payments_payment_view p where p.order_number = o.order_number),
                               (select string_agg(concat(s.shipment_number, s.status, s.delivery_exception, s.tracking_number), ',' order by s.shipment_number)
                                  from fulfilment_shipment_view s where s.shipment_number in
                                       (select l.shipment_number from fulfilment_shipment_line_view l where l.order_number = o.order_number)),
                               (select string_agg(concat(t.id, t.assignee), ',' order by t.id)
                                  from inbox_task_subject_view x join inbox_task_view t on t.id = x.task_id and t.state = 'OPEN'
                                 where x.kind = 'ORDER' and x.key = o.order_number)))
                          from orders_order_view o where o.order_number = :order
                        """)
                .param("order", number.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Whether its content can still be changed. */
    @Transactional(readOnly = true)
    private static OrderView.Money money(Order order, Optional<Payment> payment) {
        return new OrderView.Money(
                order.paymentMethod().name(),
                payment.map(Payment::status).orElse(null),
                payment.map(Payment::charged).orElse(order.totals().total()),
                payment.map(Payment::paid).orElse(Yen.ZERO),
                payment.map(LoadOrderView::reserved).orElse(Yen.ZERO),
                payment.map(Payment::dueBy).orElse(null),
                payment.map(Payment::unknownSince).orElse(null),
                payment.map(Payment::transactionNo).orElse(null));
    }

    private static Yen reserved(Payment payment) {
        return payment.status() == PaymentStatus.AUTHORIZED ? payment.authorised() : Yen.ZERO;
    }

    private OrderView.ShipmentRow row(Shipment parcel, List<OpenTask> open, ProcessMonitor.@Nullable Path way) {
        return new OrderView.ShipmentRow(
                parcel.number(),
                parcel.status().name(),
                parcel.deliveryException() == null
                        ? null
                        : parcel.deliveryException().name(),
                TrackingUrls.of(parcel.carrier(), parcel.trackingNumber()).orElse(null),
                open.stream()
                        .filter(task -> task.subject().equals(ShipmentSubject.of(parcel.number())))
                        .findFirst()
                        .orElse(null),
                parcel.carrier(),
                parcel.trackingNumber(),
                parcel.shipDate(),
                parcel.shippedAt(),
                parcel.deliveryDate(),
                parcel.timeSlot(),
                parcel.deliveredAt(),
                parcel.dueAt(),
                parcel.lines().stream()
                        .filter(l -> !l.isGoods())
                        .map(l -> new OrderView.Insert(l.sku(), l.quantity(), l.rule()))
                        .toList(),
                way == null ? List.of() : processes.trail(way));
    }

    private static OrderView.Possible possible(Order order, Optional<Payment> payment, List<Shipment> parcels) {
        var status = order.status();
        var paid = payment.map(Payment::paid).orElse(Yen.ZERO);
        return new OrderView.Possible(
                !status.ended() && status != OrderStatus.SHIPPED && status != OrderStatus.DELIVERED,
                status.beforeHandOver() && !order.onHold(),
                order.onHold(),
                order.changeable() && parcels.stream().allMatch(p -> p.status().ended()),
                order.openPieces(),
                (int) parcels.stream()
                        .filter(p -> waitsAtTheWarehouse(p.status()))
                        .count(),
                paid,
                payment.map(LoadOrderView::reserved).orElse(Yen.ZERO));
    }

    private static boolean waitsAtTheWarehouse(@Nullable ShipmentStatus status) {
        return status != null && status.atTheWarehouse();
    }
}
