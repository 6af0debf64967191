package jp.otodoke.fulfilment.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.OrderSignal;
import jp.otodoke.fulfilment.PrepareOrders;
import jp.otodoke.inventory.BackordersAllocated;
import jp.otodoke.inventory.StockElsewhere;
import jp.otodoke.orders.OrdersPlaced;
import jp.otodoke.payments.PaymentFailed;
import jp.otodoke.payments.PaymentSecured;
import jp.otodoke.payments.PaymentSettled;
import jp.otodoke.payments.PaymentUnknown;
import jp.otodoke.payments.PaymentsSettled;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.workflow.Processes;
import jp.otodoke.workflow.WakeProcesses;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Starts order processes and delivers messages to them; no other class does. Messages that no process waits for
 * are ignored.
 */
@Component
class OrderProcess {
    static final String PROCESS = "order";
    static final String PAYMENT_SECURED = "payment-secured";
    static final String PAYMENT_FAILED = "payment-failed";
    static final String PAYMENT_UNKNOWN = "payment-unknown";
    static final String STOCK_ARRIVED = "stock-arrived";
    static final String RELEASED = "released";
    static final String ORDER_CHANGED = "order-changed";
    static final String CANCEL_ORDER = "cancel-order";
    static final String HOLD_ORDER = "hold-order";
    static final String HOLD_RELEASED = "hold-released";
    static final String ALL_SHIPMENTS_ENDED = "shipments-ended";
    static final String REST_CANCELLED = "rest-cancelled";
    static final String PAYMENT_KNOWN = "payment-known";
    static final String ORDER_SETTLED = "order-settled";

    private final PrepareOrders prepareOrders;
    private final ReviewPolicy reviewPolicy;
    private final Processes processes;
    private final WakeProcesses wakeProcesses;

    OrderProcess(
            PrepareOrders prepareOrders, ReviewPolicy reviewPolicy, Processes processes, WakeProcesses wakeProcesses) {
        this.prepareOrders = prepareOrders;
        this.reviewPolicy = reviewPolicy;
        this.processes = processes;
        this.wakeProcesses = wakeProcesses;
    }

    @EventListener
    @Order(10)
    void on(OrdersPlaced placed) {
        switch (placed.preparation()) {
            case NOW -> prepared(placed).forEach((step, keys) -> processes.startAt(PROCESS, step, keys));
            case QUEUED -> prepared(placed).forEach((step, keys) -> processes.queueAt(PROCESS, step, keys));
            case LATER -> processes.start(PROCESS, keys(placed.numbers()));
        }
    }

    /** The orders by the step at which their processes begin. */
    private Map<String, List<String>> prepared(OrdersPlaced placed) {
        return prepareOrders.prepare(placed.numbers(), reviewPolicy).entrySet().stream()
                .collect(Collectors.groupingBy(
                        one -> step(one.getValue()),
                        TreeMap::new,
                        Collectors.mapping(one -> one.getKey().value(), Collectors.toList())));
    }

    /** Where a process begins whose order has come so far already. */
    private static String step(PrepareOrders.Standing standing) {
        return switch (standing) {
            case REVIEW -> "review-order";
            case PAYMENT -> "await-payment";
            case STOCK -> "await-stock";
            case AGREEMENT_ON_DATE -> "date-unreachable";
            case SHIP_DAY -> "await-ship-day";
        };
    }

    @EventListener
    void on(PaymentSecured event) {
        wake(List.of(event.orderNumber()), PAYMENT_KNOWN, PAYMENT_SECURED);
    }

    @EventListener
    void on(PaymentFailed event) {
        wake(List.of(event.orderNumber()), PAYMENT_KNOWN, PAYMENT_FAILED);
    }

    @EventListener
    void on(PaymentUnknown event) {
        wake(List.of(event.orderNumber()), PAYMENT_UNKNOWN);
    }

    @EventListener
    void on(PaymentSettled event) {
        wake(List.of(event.orderNumber()), ORDER_SETTLED);
    }

    @EventListener
    void on(PaymentsSettled event) {
        wake(event.orderNumbers(), PAYMENT_KNOWN, PAYMENT_SECURED, ORDER_SETTLED);
    }

    @EventListener
    void on(BackordersAllocated event) {
        wake(event.orderNumbers(), STOCK_ARRIVED);
    }

    /** They allocate once more, and are planned where the stock is. */
    @EventListener
    void on(StockElsewhere event) {
        wake(event.orderNumbers(), STOCK_ARRIVED);
    }

    @EventListener
    void on(OrderSignal signal) {
        switch (signal.kind()) {
            case RELEASED -> deliver(RELEASED, signal.orderNumbers());
            case ALL_SHIPMENTS_ENDED -> wake(signal.orderNumbers(), ALL_SHIPMENTS_ENDED);
            case CANCEL -> deliver(CANCEL_ORDER, signal.orderNumbers());
            case HELD -> deliver(HOLD_ORDER, signal.orderNumbers());
            case HOLD_RELEASED -> deliver(HOLD_RELEASED, signal.orderNumbers());
            case CHANGED -> deliver(ORDER_CHANGED, signal.orderNumbers());
            case REST_CANCELLED -> deliver(REST_CANCELLED, signal.orderNumbers());
        }
    }

    /** What people do: refused as a whole if the next step fails. */
    private void deliver(String message, Collection<OrderNumber> orders) {
        processes.deliver(PROCESS, message, keys(orders));
    }

    /** What partners report: true whatever becomes of the next step. */
    private void wake(Collection<OrderNumber> orders, String... messages) {
        wakeProcesses.wake(PROCESS, List.of(messages), keys(orders));
    }

    private static List<String> keys(Collection<OrderNumber> orders) {
        return orders.stream().map(OrderNumber::value).toList();
    }
}
