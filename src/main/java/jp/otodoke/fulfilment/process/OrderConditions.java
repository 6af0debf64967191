package jp.otodoke.fulfilment.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.inbox.UserTaskDetails;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.CancelReason.Cause;
import jp.otodoke.orders.Differences;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ReviewReasons;
import jp.otodoke.orders.ReviewReasons.Doubt;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Conditions used by gateways and tasks of the order process; public because diagrams call them. Read-only. */
@Component
public class OrderConditions implements UserTaskDetails {
    private static final Duration REMINDER_BEFORE = Duration.ofDays(4);
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Duration ONE_TOO_MANY = Duration.ofMinutes(30);

    /** Review reasons about text that somebody entered. */
    private static final Set<String> WRITTEN = Set.of("ATTENTION_CUSTOMER", "REMARK");

    private final FindOrder orders;
    private final FindPayment payments;
    private final FindShipment shipments;
    private final ReviewReasons reviewReasons;
    private final BusinessClock clock;

    OrderConditions(
            FindOrder orders,
            FindPayment payments,
            FindShipment shipments,
            ReviewReasons reviewReasons,
            BusinessClock clock) {
        this.orders = orders;
        this.payments = payments;
        this.shipments = shipments;
        this.reviewReasons = reviewReasons;
        this.clock = clock;
    }

    public boolean doubtful(DelegateExecution step) {
        return !orders.get(step.getProcessBusinessKey()).checked();
    }

    public boolean paymentSecured(DelegateExecution step) {
        return payments.get(step.getProcessBusinessKey()).secured();
    }

    public boolean paidByCard(DelegateExecution step) {
        return payments.get(step.getProcessBusinessKey()).method() == PaymentMethod.CREDIT_CARD;
    }

    public boolean paidInAdvance(DelegateExecution step) {
        return switch (payments.get(step.getProcessBusinessKey()).method()) {
            case BANK_TRANSFER, CONVENIENCE_STORE, DIRECT_DEBIT -> true;
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
        return orders.get(step.getProcessBusinessKey()).shipDay() != null;
    }

    public boolean restOpen(DelegateExecution step) {
        return orders.get(step.getProcessBusinessKey()).openPieces() > 0;
    }

    /** Whether the order has a shipment that has not ended yet. */
    public boolean underway(DelegateExecution step) {
        return shipments.underway(step.getProcessBusinessKey());
    }

    /** Whether some goods of an order being given up have already shipped. */
    public boolean partlyShipped(DelegateExecution step) {
        return orders.get(step.getProcessBusinessKey()).progress() != OrderStatus.CANCELLED;
    }

    public boolean settled(DelegateExecution step) {
        return payments.get(step.getProcessBusinessKey()).settled();
    }

    CancelReason giveUpReason(String orderNumber) {
        var payment = payments.get(orderNumber);
        var order = orders.get(orderNumber);
        if (!order.checked()) {
            return new CancelReason(Cause.UNDELIVERABLE, BilingualText.of("cancel.reason.review"));
        }
        if (payment.status() == PaymentStatus.FAILED) {
            return new CancelReason(Cause.CARD_REFUSED, BilingualText.of("cancel.reason.card-refused"));
        }
        return payment.secured()
                ? new CancelReason(Cause.UNDELIVERABLE, BilingualText.of("cancel.reason.undeliverable"))
                : new CancelReason(Cause.NOT_PAID, BilingualText.of("cancel.reason.not-paid"));
    }

    @Override
    public String process() {
        return OrderProcess.PROCESS;
    }

    @Override
    public About about(String taskType, String orderNumber) {
        if (taskType.equals("review-order")) {
            return review(orderNumber);
        }
        return new About(
                reason(taskType, orderNumber),
                List.of(orderNumber),
                taskType.equals("payment-unknown") ? 1 : 0,
                null,
                Set.of());
    }

    /** Free text is quoted only for staff who may see personal data. */
    private About review(String orderNumber) {
        var found = reviewReasons.of(orderNumber);
        return new About(
                new TaskReason(together(found, OrderConditions::inFull), together(found, Doubt::detail)),
                List.of(orderNumber),
                0,
                found.stream().anyMatch(doubt -> sentTwice(doubt, orderNumber)) ? "CANCEL" : null,
                Set.of());
    }

    private static BilingualText together(List<Doubt> found, Function<Doubt, BilingualText> said) {
        return BilingualText.sentences(found.stream().map(said).toList());
    }

    private static BilingualText inFull(Doubt doubt) {
        return WRITTEN.contains(doubt.code()) && !doubt.about().isBlank()
                ? BilingualText.of("task.review-order.reason.quoted", doubt.detail(), doubt.about())
                : doubt.detail();
    }

    /**
     * Whether the order looks like an accidental double submission: identical to another one placed within 30
     * minutes of it.
     */
    private boolean sentTwice(Doubt doubt, String orderNumber) {
        return doubt.code().equals("REPEATED")
                && orders.find(doubt.about())
                        .map(other -> close(other, orders.get(orderNumber)))
                        .orElse(false);
    }

    private static boolean close(Order one, Order other) {
        return Duration.between(one.orderedAt(), other.orderedAt()).abs().compareTo(ONE_TOO_MANY) <= 0
                && Differences.between(one, other).isEmpty();
    }

    private BilingualText reason(String taskType, String orderNumber) {
        var order = orders.get(orderNumber);
        var payment = payments.get(orderNumber);
        var total = Yen.of(order.totals().total());
        var method = BilingualText.of("method." + payment.method());
        return switch (taskType) {
            case "payment-declined" -> BilingualText.of("task.payment-declined.reason", total);
            case "payment-unknown" -> BilingualText.of("task.payment-unknown.reason", payment.transactionNo(), total);
            case "arrange-payment" -> BilingualText.of("task.arrange-payment.reason", method, total);
            case "stock-missing" -> BilingualText.of("task.stock-missing.reason");
            case "date-unreachable" ->
                BilingualText.of(
                        "task.date-unreachable.reason",
                        BilingualText.list(order.destinations().stream()
                                .map(OrderDestination::deliveryDate)
                                .filter(Objects::nonNull)
                                .toList()));
            case "order-on-hold" -> BilingualText.of("task.order-on-hold.reason", order.holdReason());
            case "settlement-overdue" ->
                BilingualText.of(
                        "task.settlement-overdue.reason", total, Yen.of(payment.charged() - payment.paid()), method);
            default -> throw new IllegalArgumentException("No reason is written for " + taskType);
        };
    }

    private Instant due(DelegateExecution step) {
        var due = payments.get(step.getProcessBusinessKey()).dueBy();
        LocalDate day = due == null ? clock.today().plusDays(7) : due;
        return day.atStartOfDay(BusinessClock.TOKYO).plusHours(10).toInstant();
    }

    private static String text(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(BusinessClock.TOKYO));
    }
}
