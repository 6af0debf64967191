package jp.otodoke.fulfilment.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.CancelReason.Cause;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.FindDeferred;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.SettlementTerm;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Conditions used by the gateways of the order process; public because diagrams call them. Read-only. */
@Component
public class OrderConditions {
    private static final Duration REMINDER_BEFORE = Duration.ofDays(4);
    private static final Duration GRACE = Duration.ofDays(3);

    private final FindOrder orders;
    private final FindPayment payments;
    private final SettlementTerm settlementTerm;
    private final FindDeferred deferred;
    private final FindShipment shipments;
    private final BusinessClock clock;

    OrderConditions(
            FindOrder orders,
            FindPayment payments,
            SettlementTerm settlementTerm,
            FindDeferred deferred,
            FindShipment shipments,
            BusinessClock clock) {
        this.orders = orders;
        this.payments = payments;
        this.settlementTerm = settlementTerm;
        this.deferred = deferred;
        this.shipments = shipments;
        this.clock = clock;
    }

    public boolean needsReview(DelegateExecution step) {
        return !orders.get(BusinessKeys.order(step)).checked();
    }

    /** Before the order waits or is given up, it looks once more under a lock: the money may just be arriving. */
    public boolean paymentSecured(DelegateExecution step) {
        var order = BusinessKeys.order(step);
        return payments.get(order).secured() || payments.locked(order).secured();
    }

    /**
     * Card gateway and provider of 後払い answer by themselves. A card that was charged at the shop can't be charged here, and one that
     * was charged back is not by itself.
     */
    public boolean paidByCard(DelegateExecution step) {
        var order = BusinessKeys.order(step);
        var payment = payments.get(order);
        return payment.method() == PaymentMethod.CREDIT_CARD
                        && payment.shopPayment() == ShopPayment.NONE
                        && !payment.cardBarred()
                || deferred.answers(order);
    }

    public boolean paidInAdvance(DelegateExecution step) {
        return switch (payments.get(BusinessKeys.order(step)).method()) {
            case BANK_TRANSFER, CONVENIENCE_STORE, DIRECT_DEBIT, INVOICE -> true;
            default -> false;
        };
    }

    /** When to remind the customer: some days before the payment is due. */
    public String reminderAt(DelegateExecution step) {
        return text(due(step).minus(REMINDER_BEFORE));
    }

    /** When to give up an unpaid order. */
    public String limitAt(DelegateExecution step) {
        return text(due(step).plus(GRACE));
    }

    public boolean dateReachable(DelegateExecution step) {
        return orders.get(BusinessKeys.order(step)).shipDay() != null;
    }

    public boolean restOpen(DelegateExecution step) {
        return orders.get(BusinessKeys.order(step)).openPieces() > 0;
    }

    /** Whether the order has a shipment that has not ended yet. */
    public boolean underway(DelegateExecution step) {
        return shipments.underway(BusinessKeys.order(step));
    }

    /** Whether some goods of an order being given up have already shipped. */
    public boolean partlyShipped(DelegateExecution step) {
        return orders.get(BusinessKeys.order(step)).progress() != OrderStatus.CANCELLED;
    }

    /** Before the order waits, it looks once more under a lock: the money may just be arriving. */
    public boolean settled(DelegateExecution step) {
        var order = BusinessKeys.order(step);
        return payments.get(order).settled() || payments.locked(order).settled();
    }

    /** How long the money may take, as a duration of the engine. */
    public String settlementTerm(DelegateExecution step) {
        return settlementTerm.of(BusinessKeys.order(step)).toString();
    }

    CancelReason abandonReason(OrderNumber orderNumber) {
        var payment = payments.get(orderNumber);
        var order = orders.get(orderNumber);
        if (!order.checked()) {
            return new CancelReason(Cause.UNDELIVERABLE, BilingualText.of("cancel.reason.review"));
        }
        if (payment.status() == PaymentStatus.FAILED && payment.method() == PaymentMethod.DEFERRED) {
            return new CancelReason(Cause.NOT_PAID, BilingualText.of("cancel.reason.deferred-refused"));
        }
        if (payment.status() == PaymentStatus.FAILED) {
            return new CancelReason(Cause.CARD_REFUSED, BilingualText.of("cancel.reason.card-refused"));
        }
        return payment.secured()
                ? new CancelReason(Cause.UNDELIVERABLE, BilingualText.of("cancel.reason.undeliverable"))
                : new CancelReason(Cause.NOT_PAID, BilingualText.of("cancel.reason.not-paid"));
    }

    private Instant due(DelegateExecution step) {
        var due = payments.get(BusinessKeys.order(step)).dueBy();
        LocalDate day = due == null ? clock.today().plusDays(7) : due;
        return day.atStartOfDay(BusinessClock.TOKYO).plusHours(10).toInstant();
    }

    private static String text(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(BusinessClock.TOKYO));
    }
}
