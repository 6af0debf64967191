package jp.otodoke.fulfilment.process;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.OrderSignal;
import jp.otodoke.fulfilment.PrepareOrders;
import jp.otodoke.inventory.BackordersAllocated;
import jp.otodoke.orders.OrdersPlaced;
import jp.otodoke.payments.PaymentFailed;
import jp.otodoke.payments.PaymentSecured;
import jp.otodoke.payments.PaymentSettled;
import jp.otodoke.payments.PaymentUnknown;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.workflow.Processes;
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

    OrderProcess(PrepareOrders prepareOrders, ReviewPolicy reviewPolicy, Processes processes) {
        this.prepareOrders = prepareOrders;
        this.reviewPolicy = reviewPolicy;
        this.processes = processes;
    }

    @EventListener
    @Order(10)
    void on(OrdersPlaced placed) {
        switch (placed.preparation()) {
            case NOW ->
                prepareOrders.prepare(placed.numbers(), reviewPolicy).entrySet().stream()
                        .collect(Collectors.groupingBy(
                                one -> step(one.getValue()),
                                TreeMap::new,
                                Collectors.mapping(one -> one.getKey().value(), Collectors.toList())))
                        .forEach((step, keys) -> processes.startAt(PROCESS, step, keys));
            case LATER ->
                processes.start(
                        PROCESS,
                        placed.numbers().stream().map(OrderNumber::value).toList());
        }
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
        deliver(PAYMENT_KNOWN, List.of(event.orderNumber()));
        deliver(PAYMENT_SECURED, List.of(event.orderNumber()));
    }

    @EventListener
    void on(PaymentFailed event) {
        deliver(PAYMENT_KNOWN, List.of(event.orderNumber()));
        deliver(PAYMENT_FAILED, List.of(event.orderNumber()));
    }

    @EventListener
    void on(PaymentUnknown event) {
        deliver(PAYMENT_UNKNOWN, List.of(event.orderNumber()));
    }

    @EventListener
    void on(PaymentSettled event) {
        deliver(ORDER_SETTLED, List.of(event.orderNumber()));
    }

    @EventListener
    void on(BackordersAllocated event) {
        deliver(STOCK_ARRIVED, event.orderNumbers());
    }

    @EventListener
    void on(OrderSignal signal) {
        deliver(message(signal.kind()), signal.orderNumbers());
    }

    private static String message(OrderSignal.Kind kind) {
        return switch (kind) {
            case RELEASED -> RELEASED;
            case ALL_SHIPMENTS_ENDED -> ALL_SHIPMENTS_ENDED;
            case CANCEL -> CANCEL_ORDER;
            case HELD -> HOLD_ORDER;
            case HOLD_RELEASED -> HOLD_RELEASED;
            case CHANGED -> ORDER_CHANGED;
            case REST_CANCELLED -> REST_CANCELLED;
        };
    }

    private void deliver(String message, Collection<OrderNumber> orders) {
        processes.deliver(
                PROCESS, message, orders.stream().map(OrderNumber::value).toList());
    }
}
