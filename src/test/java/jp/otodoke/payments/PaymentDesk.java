package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.CancelRest;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers, gateway and bank, played by a test through the module's use cases. */
public class PaymentDesk {
    public final Given given;
    final TestClock clock;
    final SecurePayment secure;
    final CaptureOnShipment capture;
    final ConfirmShopPayment confirmShopPayment;
    final PayBackDeposit payBackDeposit;
    private final FindPayment payments;
    private final CardCalls calls;
    private final RecordCardAnswer answers;
    private final CancelRest cancelRest;
    private final ObjectProvider<RequestOrderCancel> requestCancel;
    private final ObjectProvider<EngineJobs> jobs;
    private final ChangeOrder changeOrder;
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final CompleteTask completeTask;
    final BusinessClock business;
    private final List<Invariant> invariants;

    PaymentDesk(
            Given given,
            TestClock clock,
            SecurePayment secure,
            CaptureOnShipment capture,
            FindPayment payments,
            CardCalls calls,
            RecordCardAnswer answers,
            CancelRest cancelRest,
            ObjectProvider<RequestOrderCancel> requestCancel,
            ObjectProvider<EngineJobs> jobs,
            ChangeOrder changeOrder,
            JdbcClient jdbc,
            ConfirmShopPayment confirmShopPayment,
            PayBackDeposit payBackDeposit,
            Tasks tasks,
            CompleteTask completeTask,
            BusinessClock business,
            List<Invariant> invariants) {
        this.given = given;
        this.clock = clock;
        this.secure = secure;
        this.capture = capture;
        this.payments = payments;
        this.calls = calls;
        this.answers = answers;
        this.cancelRest = cancelRest;
        this.requestCancel = requestCancel;
        this.jobs = jobs;
        this.changeOrder = changeOrder;
        this.jdbc = jdbc;
        this.confirmShopPayment = confirmShopPayment;
        this.payBackDeposit = payBackDeposit;
        this.tasks = tasks;
        this.completeTask = completeTask;
        this.business = business;
        this.invariants = invariants;
        clock.set("2026-11-26T10:00:00+09:00");
    }

    /** An order whose money has been asked for. */
    public OrderNumber secured(OrderMother order) {
        var number = given.order(order);
        secure.secure(number);
        return number;
    }

    /** Two teas by card, authorised by the gateway. */
    public OrderNumber authorised() {
        var order = secured(OrderMother.twoTeas().paidByCard());
        answer(order, Outcome.AUTHORISED);
        return order;
    }

    /** Two teas by card, shipped and captured. */
    public OrderNumber captured() {
        var order = authorised();
        capture.shipped(List.of(order));
        answer(order, Outcome.CAPTURED);
        return order;
    }

    /** The gateway answers what it was asked last about this order. */
    public void answer(OrderNumber order, Outcome outcome) {
        answers.record(PaymentMother.answer(lastCall(order), outcome));
    }

    /** The card is refused, with this code. */
    void decline(OrderNumber order, String code) {
        answered(lastCall(order), Outcome.DECLINED, code);
    }

    void answered(long call, Outcome outcome, @Nullable String code) {
        answers.record(new CardAnswer(call, outcome, "g", code));
    }

    public void answerCall(long call, Outcome outcome) {
        answers.record(PaymentMother.answer(call, outcome));
    }

    public long lastCall(OrderNumber order) {
        return latest(order).callId();
    }

    /** What the gateway was asked last about this order. */
    public Kind asked(OrderNumber order) {
        return latest(order).kind();
    }

    public long askedAmount(OrderNumber order) {
        return latest(order).amount().amount();
    }

    private CardCalls.Pending latest(OrderNumber order) {
        return calls.latest(String.valueOf(payment(order).transactionNo())).orElseThrow();
    }

    /** What the gateway was asked about refunds of this order and has not answered. */
    public List<CardCall> askedAboutRefunds(OrderNumber order) {
        return jdbc
                .sql(
                        "select id from card_call where order_number = ? and wanted = 'REFUND' and outcome is null order by id")
                .param(order.value())
                .query(Long.class)
                .list()
                .stream()
                .map(calls::load)
                .toList();
    }

    public void transfer(OrderNumber order, long amount) {
        given.deposit(PaymentMother.transferFor(order, amount, business.today()));
    }

    /** The customer wants another number of teas. */
    public void changeTo(OrderNumber order, int teas) {
        changeTo(order, teas, null);
    }

    /** @param cardToken of the card that pays from now on; null leaves the payment as it is */
    public void changeTo(OrderNumber order, int teas, @Nullable String cardToken) {
        var sku = jdbc.sql("select sku from order_line where order_number = ?")
                .param(order.value())
                .query(String.class)
                .single();
        change(
                order,
                List.of(new NewOrder.Line(Sku.of(sku), teas, null, null, 0)),
                cardToken == null ? null : PaymentMethod.CREDIT_CARD,
                cardToken);
    }

    public void payBy(OrderNumber order, PaymentMethod method) {
        change(order, null, method, null);
    }

    private void change(
            OrderNumber order,
            @Nullable List<NewOrder.Line> lines,
            @Nullable PaymentMethod method,
            @Nullable String cardToken) {
        changeOrder.change(order, new ChangeOrder.Changes(lines, false, null, null, null, method, cardToken), "tester");
    }

    /** All of it, before anything has left. Where orders have processes, they learn of it. */
    public void cancel(OrderNumber order) {
        var request = requestCancel.getIfAvailable();
        if (request == null) {
            cancelRest.cancel(order, Map.of(), CancelReason.requested("お客様のご都合"), "tester");
        } else {
            request.request(order, "お客様のご都合", "tester");
            jobs.getObject().run(order);
        }
    }

    public Payment payment(OrderNumber order) {
        return payments.get(order);
    }

    public PaymentStatus status(OrderNumber order) {
        return payment(order).status();
    }

    public List<String> tasks(OrderNumber order) {
        return tasks.about(OrderSubject.of(order)).stream().map(OpenTask::type).toList();
    }

    public void decide(OrderNumber order, String type, String decision) {
        decide(OrderSubject.of(order), type, decision, null, Map.of());
    }

    public void decide(
            Subject about, String type, String decision, @Nullable String comment, Map<String, String> input) {
        completeTask.complete(open(about, type).id(), decision, comment, input, "tester");
    }

    public void complete(OpenTask task, String decision, @Nullable String comment) {
        completeTask.complete(task.id(), decision, comment, Map.of(), "tester");
    }

    public OpenTask open(Subject about, String type) {
        return tasks.about(about).stream()
                .filter(open -> open.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Whether only a person may match it. */
    boolean doubtful(long deposit) {
        return jdbc.sql("select doubtful from deposit where id = :id")
                .param("id", deposit)
                .query(Boolean.class)
                .single();
    }

    public List<String> tasksAboutDeposit(long deposit) {
        return tasks.about(DepositSubject.of(deposit)).stream()
                .map(OpenTask::type)
                .toList();
    }

    /** Every yen has its counterpart, no deposit is given away twice, nothing is captured twice. */
    public void booksBalance() {
        assertThat(invariants)
                .extracting(Invariant::name)
                .contains(
                        "receivables-balance",
                        "deposits-matched-within-amount",
                        "card-refunds-booked",
                        "one-capture-per-payment");
        assertThat(invariants.stream()
                        .filter(invariant -> invariant.violations() > 0)
                        .map(Invariant::name))
                .isEmpty();
    }
}
