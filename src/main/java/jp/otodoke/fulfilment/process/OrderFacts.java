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
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.CancelReason.Cause;
import jp.otodoke.orders.Differences;
import jp.otodoke.orders.Doubts;
import jp.otodoke.orders.Doubts.Doubt;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.TaskFacts;
import jp.otodoke.workflow.TaskReason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Public because diagrams call it. What the gateways and tasks of the order process ask. Reads only. */
@Component
public class OrderFacts implements TaskFacts {
    private static final Duration REMINDER_BEFORE = Duration.ofDays(4);
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Duration ONE_TOO_MANY = Duration.ofMinutes(30);

    /** Doubts about what somebody wrote. */
    private static final Set<String> WRITTEN = Set.of("ATTENTION_CUSTOMER", "REMARK");

    private final FindOrder orders;
    private final FindPayment payments;
    private final FindShipment shipments;
    private final Doubts doubts;
    private final BusinessClock clock;

    OrderFacts(FindOrder orders, FindPayment payments, FindShipment shipments, Doubts doubts, BusinessClock clock) {
        this.orders = orders;
        this.payments = payments;
        this.shipments = shipments;
        this.doubts = doubts;
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

    /** When the customer is reminded: some days before the money is due. */
    public String reminderAt(DelegateExecution step) {
        return text(due(step).minus(REMINDER_BEFORE));
    }

    /** When the order is given up unpaid. */
    public String limitAt(DelegateExecution step) {
        return text(due(step).plus(GRACE));
    }

    public boolean dateReachable(DelegateExecution step) {
        return orders.get(step.getProcessBusinessKey()).shipDay() != null;
    }

    public boolean restOpen(DelegateExecution step) {
        return orders.get(step.getProcessBusinessKey()).openPieces() > 0;
    }

    /** Whether a parcel has not come to its end yet. */
    public boolean underway(DelegateExecution step) {
        return shipments.underway(step.getProcessBusinessKey());
    }

    /** Whether something of an order that is given up has left before. */
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
            return new CancelReason(Cause.UNDELIVERABLE, Words.of("cancel.reason.review"));
        }
        if (payment.status() == PaymentStatus.FAILED) {
            return new CancelReason(Cause.CARD_REFUSED, Words.of("cancel.reason.card-refused"));
        }
        return payment.secured()
                ? new CancelReason(Cause.UNDELIVERABLE, Words.of("cancel.reason.undeliverable"))
                : new CancelReason(Cause.NOT_PAID, Words.of("cancel.reason.not-paid"));
    }

    @Override
    public String process() {
        return OrderLife.PROCESS;
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

    /** What people wrote is for those only who may see what concerns a person. */
    private About review(String orderNumber) {
        var found = doubts.of(orderNumber);
        return new About(
                new TaskReason(together(found, OrderFacts::inFull), together(found, Doubt::detail)),
                List.of(orderNumber),
                0,
                found.stream().anyMatch(doubt -> sentTwice(doubt, orderNumber)) ? "CANCEL" : null,
                Set.of());
    }

    private static Words together(List<Doubt> found, Function<Doubt, Words> said) {
        return Words.sentences(found.stream().map(said).toList());
    }

    private static Words inFull(Doubt doubt) {
        return WRITTEN.contains(doubt.code()) && !doubt.about().isBlank()
                ? Words.of("task.review-order.reason.quoted", doubt.detail(), doubt.about())
                : doubt.detail();
    }

    /** Whether it looks like one press of a button too many: the other came just before and is the same in everything. */
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

    private Words reason(String taskType, String orderNumber) {
        var order = orders.get(orderNumber);
        var payment = payments.get(orderNumber);
        var total = Yen.of(order.totals().total());
        var method = Words.of("method." + payment.method());
        return switch (taskType) {
            case "payment-declined" -> Words.of("task.payment-declined.reason", total);
            case "payment-unknown" -> Words.of("task.payment-unknown.reason", payment.transactionNo(), total);
            case "arrange-payment" -> Words.of("task.arrange-payment.reason", method, total);
            case "stock-missing" -> Words.of("task.stock-missing.reason");
            case "date-unreachable" ->
                Words.of(
                        "task.date-unreachable.reason",
                        Words.list(order.destinations().stream()
                                .map(OrderDestination::deliveryDate)
                                .filter(Objects::nonNull)
                                .toList()));
            case "order-on-hold" -> Words.of("task.order-on-hold.reason", order.holdReason());
            case "settlement-overdue" ->
                Words.of("task.settlement-overdue.reason", total, Yen.of(payment.charged() - payment.paid()), method);
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
