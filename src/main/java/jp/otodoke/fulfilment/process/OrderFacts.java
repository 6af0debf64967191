package jp.otodoke.fulfilment.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.TaskFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Public because diagrams call it. What the gateways and tasks of the order process ask. Reads only. */
@Component
public class OrderFacts implements TaskFacts {
    private static final Duration REMINDER_BEFORE = Duration.ofDays(4);
    private static final Duration GRACE = Duration.ofDays(3);

    private final FindOrder orders;
    private final FindPayment payments;
    private final FindShipment shipments;
    private final AdvanceOrder doubts;
    private final BusinessClock clock;

    OrderFacts(
            FindOrder orders, FindPayment payments, FindShipment shipments, AdvanceOrder doubts, BusinessClock clock) {
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

    String giveUpReason(String orderNumber) {
        var payment = payments.get(orderNumber);
        var order = orders.get(orderNumber);
        if (!order.checked()) {
            return "受注確認で取り消し";
        }
        if (payment.status() == PaymentStatus.FAILED) {
            return "カードが使えませんでした";
        }
        return payment.secured() ? "お届けできないため" : "期限までにお支払いがありませんでした";
    }

    @Override
    public String process() {
        return OrderLife.PROCESS;
    }

    @Override
    public About about(String taskType, String orderNumber) {
        return new About(
                reason(taskType, orderNumber), List.of(orderNumber), taskType.equals("payment-unknown") ? 1 : 0);
    }

    private String reason(String taskType, String orderNumber) {
        var order = orders.get(orderNumber);
        var payment = payments.get(orderNumber);
        var total = Yen.of(order.totals().total());
        return switch (taskType) {
            case "review-order" ->
                doubts.doubts(orderNumber).stream()
                        .map(AdvanceOrder.Doubt::detail)
                        .collect(Collectors.joining("。"));
            case "payment-declined" -> "カードが承認されませんでした(%s)。".formatted(total);
            case "payment-unknown" ->
                "カードの与信結果が分からないままです(取引番号 %s、%s)。自動の照会は続いています。".formatted(payment.transactionNo(), total);
            case "arrange-payment" -> "%s の支払い(%s)は、確保できたことを確かめてから進めます。".formatted(payment.method(), total);
            case "stock-missing" -> "在庫が足りないまま14日たちました。";
            case "date-unreachable" ->
                "お届け希望日(%s)に間に合いません。"
                        .formatted(order.destinations().stream()
                                .map(d -> String.valueOf(d.deliveryDate()))
                                .collect(Collectors.joining("、")));
            case "order-on-hold" -> "保留中です: " + order.holdReason();
            case "settlement-overdue" ->
                "お届けから30日たちましたが、%s のうち %s が未精算です(%s)。"
                        .formatted(total, Yen.of(payment.charged() - payment.paid()), payment.method());
            default -> taskType;
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
