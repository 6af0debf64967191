package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.fulfilment.ShipResult.ResultLine;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.mothers.ShipmentMother;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.RecordCardAnswer;
import jp.otodoke.payments.RecordChargeback;
import jp.otodoke.payments.SecurePayment;
import jp.otodoke.payments.UnmatchDeposits;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody around an order, played by a test: customer, staff, warehouse, carrier, gateway, bank, time. */
class Walk {
    Given given;
    final Corrupt corrupt;
    final Elapsed elapsed;
    final PlaceOrder placeOrder;
    final RequestOrderCancel cancel;
    final ChangeRequests changes;
    final FindShipment shipments;
    final TestClock testClock;
    final BusinessClock clock;
    final JdbcClient jdbc;
    final RecordShipResults results;
    final RecordTracking tracking;
    final RecordAcknowledgements acknowledgements;
    final RecordCancelAnswers cancelAnswers;
    final OverdueShipments overdue;
    final BeginWave beginWave;
    final RunWaves runWaves;
    final EngineJobs jobs;
    final Tasks tasks;
    private final FindOrder orders;
    private final Timeline timeline;
    private final FindPayment payments;
    final RecordCardAnswer cardAnswers;
    final SecurePayment secure;
    private final RecordChargeback recordChargeback;
    private final UnmatchDeposits unmatchDeposits;
    private final CompleteTask completeTask;
    private final List<Invariant> invariants;
    private final TransactionTemplate transaction;

    Walk(
            Given given,
            Corrupt corrupt,
            Elapsed elapsed,
            PlaceOrder placeOrder,
            RequestOrderCancel cancel,
            ChangeRequests changes,
            FindShipment shipments,
            TestClock testClock,
            BusinessClock clock,
            JdbcClient jdbc,
            RecordShipResults results,
            RecordTracking tracking,
            RecordAcknowledgements acknowledgements,
            RecordCancelAnswers cancelAnswers,
            OverdueShipments overdue,
            BeginWave beginWave,
            RunWaves runWaves,
            EngineJobs jobs,
            FindOrder orders,
            Timeline timeline,
            FindPayment payments,
            RecordCardAnswer cardAnswers,
            SecurePayment secure,
            RecordChargeback recordChargeback,
            UnmatchDeposits unmatchDeposits,
            Tasks tasks,
            CompleteTask completeTask,
            List<Invariant> invariants,
            PlatformTransactionManager transactions) {
        this.given = given;
        this.corrupt = corrupt;
        this.elapsed = elapsed;
        this.placeOrder = placeOrder;
        this.cancel = cancel;
        this.changes = changes;
        this.shipments = shipments;
        this.testClock = testClock;
        this.clock = clock;
        this.jdbc = jdbc;
        this.results = results;
        this.tracking = tracking;
        this.acknowledgements = acknowledgements;
        this.cancelAnswers = cancelAnswers;
        this.overdue = overdue;
        this.beginWave = beginWave;
        this.runWaves = runWaves;
        this.jobs = jobs;
        this.orders = orders;
        this.timeline = timeline;
        this.payments = payments;
        this.cardAnswers = cardAnswers;
        this.secure = secure;
        this.recordChargeback = recordChargeback;
        this.unmatchDeposits = unmatchDeposits;
        this.tasks = tasks;
        this.completeTask = completeTask;
        this.invariants = invariants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A Thursday morning, before the day's closing time. */
    void morning() {
        testClock.set("2026-11-26T07:00:00+09:00");
    }

    /** A new article at 3,000 yen. */
    String article(int stock) {
        return given.product(ProductMother.tea(), stock);
    }

    /** A set that is packed of its components. */
    String set(Map<String, Integer> components) {
        return given.product(ProductMother.set(components));
    }

    void receive(String sku, int quantity) {
        given.stock(sku, quantity);
        jobs.runAt("await-stock");
    }

    /** Takes the order in and lets its process run as far as it goes by itself. */
    OrderNumber place(OrderMother ordering) {
        return given.orderUnderway(ordering);
    }

    OrderNumber dispatched(OrderMother ordering) {
        var order = given.orderDispatched(ordering);
        assertThat(status(order)).isEqualTo(OrderStatus.DISPATCHED);
        return order;
    }

    OrderNumber accepted(OrderMother ordering) {
        var order = dispatched(ordering);
        shipments.ofOrder(order).forEach(s -> acknowledge(s.number(), true));
        return order;
    }

    OrderNumber shipped(OrderMother ordering) {
        var order = accepted(ordering);
        shipments.ofOrder(order).forEach(s -> ship(s.number()));
        assertThat(status(order)).isEqualTo(OrderStatus.SHIPPED);
        return order;
    }

    void wave() {
        given.wave();
    }

    OrderStatus status(OrderNumber order) {
        return orders.get(order).status();
    }

    Payment payment(OrderNumber order) {
        return payments.get(order);
    }

    jp.otodoke.orders.Order order(OrderNumber order) {
        return orders.get(order);
    }

    /** Open, shipped and cancelled pieces of all lines. */
    List<Integer> pieces(OrderNumber order) {
        return jdbc.sql("select sum(open) o, sum(shipped) s, sum(cancelled) c from order_line where order_number = :o")
                .param("o", order.value())
                .query((row, n) -> List.of(row.getInt("o"), row.getInt("s"), row.getInt("c")))
                .single();
    }

    long allocated(String sku) {
        return stock("allocated", sku);
    }

    long onHand(String sku) {
        return stock("on_hand", sku);
    }

    private long stock(String column, String sku) {
        return jdbc.sql("select coalesce(max(" + column + "), 0) from stock_balance where sku = :sku")
                .param("sku", sku)
                .query(Long.class)
                .single();
    }

    /** The newest parcel of the order. */
    Shipment parcel(OrderNumber order) {
        var all = shipments.ofOrder(order);
        return all.get(all.size() - 1);
    }

    List<ShipmentStatus> parcels(OrderNumber order) {
        return shipments.ofOrder(order).stream().map(Shipment::status).toList();
    }

    void acknowledge(ShipmentNumber shipment, boolean accepted) {
        acknowledgements.record(
                List.of(accepted ? ShipmentMother.accepted(shipment) : ShipmentMother.rejected(shipment)));
        settle(shipment);
    }

    /** Everything that was instructed leaves. */
    void ship(ShipmentNumber shipment) {
        given.ship(shipment);
    }

    /** Of each line at most so many pieces leave, and nothing follows. */
    void shipShort(ShipmentNumber shipment, int most) {
        given.shipAtMost(shipment, most);
    }

    ShipResult result(ShipmentNumber shipment, String number, List<ResultLine> lines, boolean last) {
        return ShipmentMother.result(shipment, number, lines, last, clock.instant());
    }

    static String waybill(ShipmentNumber shipment) {
        return ShipmentMother.trackingNumber(shipment);
    }

    List<ResultLine> left(ShipmentNumber shipment, int most) {
        return given.leaving(shipment, most);
    }

    /** The carrier reports these, a minute apart. */
    void track(ShipmentNumber shipment, TrackingEvent.Kind... kinds) {
        for (var kind : kinds) {
            testClock.advance(Duration.ofMinutes(1));
            tracking.record(List.of(ShipmentMother.tracked(shipment, kind, clock.instant())));
        }
        settle(shipment);
    }

    void answerCancel(ShipmentNumber shipment, CancelResult result) {
        answerCancelOnly(shipment, result);
        settle(shipment);
    }

    /** The warehouse's answer, with what follows at once. */
    void answerCancelOnly(ShipmentNumber shipment, CancelResult result) {
        var request = shipments.get(shipment).cancelRequestId();
        cancelAnswers.record(List.of(new CancelAnswer(String.valueOf(request), shipment, result)));
    }

    RequestOrderCancel.Outcome cancel(OrderNumber order) {
        var outcome = cancel.request(order, "ご都合", "tester");
        jobs.run(order);
        jobs.runAt("await-stock");
        return outcome;
    }

    /** Runs what is due for a parcel and for the orders in it. */
    void settle(ShipmentNumber shipment) {
        given.follow(shipment);
    }

    OrderNumber[] ordersIn(ShipmentNumber shipment) {
        return jdbc.sql("select distinct order_number from shipment_line where shipment_number = :s")
                .param("s", shipment.value())
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list()
                .toArray(OrderNumber[]::new);
    }

    void pass(Duration time, Object... keys) {
        testClock.advance(time);
        jobs.run(keys);
    }

    void lookForOverdue() {
        overdue.run();
    }

    /** The card company takes back all that was captured for the order. */
    void chargeback(OrderNumber order) {
        var payment = payment(order);
        recordChargeback.opened(
                "cb-" + order, String.valueOf(payment.transactionNo()), payment.paid(), "cardholder does not know it");
        jobs.run(order);
    }

    void chargebackWon(OrderNumber order) {
        recordChargeback.won("cb-" + order);
        jobs.run(order);
    }

    /** The order is to be paid by another card. */
    void newCard(OrderNumber order, String token) {
        changes.change(
                order,
                new ChangeOrder.Changes(null, false, null, null, null, PaymentMethod.CREDIT_CARD, token),
                "tester");
        jobs.run(order);
    }

    /** What the gateway is asked at the moment for an order. */
    List<String> asked(OrderNumber order) {
        return jdbc.sql("select kind from card_call where order_number = :o and outcome is null order by id")
                .param("o", order.value())
                .query(String.class)
                .list();
    }

    /** Of the call that has no answer yet. */
    long askedAmount(OrderNumber order) {
        return jdbc.sql("select amount from card_call where order_number = :o and outcome is null")
                .param("o", order.value())
                .query(Long.class)
                .single();
    }

    /** How long the gateway has peace after the last question about the order was put. */
    Duration untilNextQuestion(OrderNumber order) {
        return jdbc.sql(
                        """
                        select extract(epoch from next_attempt_at - created_at)::bigint from outbox_message
                         where key = 'card:' || (select max(id) from card_call where order_number = :o)
                        """)
                .param("o", order.value())
                .query((row, n) -> Duration.ofSeconds(row.getLong(1)))
                .single();
    }

    List<String> everAsked(OrderNumber order) {
        return jdbc.sql("select kind from card_call where order_number = :o order by id")
                .param("o", order.value())
                .query(String.class)
                .list();
    }

    /** The gateway answers the oldest call that has no answer yet. */
    void answer(OrderNumber order, CardAnswer.Outcome outcome) {
        var call = jdbc.sql("select min(id) from card_call where order_number = :o and outcome is null")
                .param("o", order.value())
                .query(Long.class)
                .single();
        cardAnswers.record(PaymentMother.answer(call, outcome));
        jobs.run(order);
    }

    /** The gateway answers the newest call first. */
    void answerLast(OrderNumber order, CardAnswer.Outcome outcome) {
        answerCall(order, lastCall(order), outcome);
    }

    long lastCall(OrderNumber order) {
        return jdbc.sql("select max(id) from card_call where order_number = :o")
                .param("o", order.value())
                .query(Long.class)
                .single();
    }

    void answerCall(OrderNumber order, long call, CardAnswer.Outcome outcome) {
        cardAnswers.record(PaymentMother.answer(call, outcome));
        jobs.run(order);
    }

    void answers(OrderNumber order, CardAnswer.Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            answer(order, outcome);
        }
    }

    /** As if the node were killed before it has woken anybody, and no other had noticed yet. */
    void withoutWaking(Runnable news) {
        inTransaction(() -> {
            news.run();
            elapsed.wokenNobodyYet();
        });
    }

    void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    void transfer(OrderNumber order, long amount) {
        given.deposit(PaymentMother.transferFor(order, amount, clock.today()));
        jobs.run(order);
    }

    /** The bank reports what concerns this order. */
    void bank(OrderNumber order, NewDeposit... reported) {
        given.deposit(reported);
        jobs.run(order);
    }

    /** What the deposit has paid of this order is undone. */
    void unmatch(OrderNumber order, long deposit) {
        unmatchDeposits.unmatch(deposit, "tester");
        jobs.run(order);
    }

    /** The customer wants another number of the only article. */
    void change(OrderNumber order, int pieces) {
        var sku = jdbc.sql("select sku from order_line where order_number = ?")
                .param(order.value())
                .query(String.class)
                .single();
        var lines = List.of(new NewOrder.Line(Sku.of(sku), pieces, null, null, 0));
        changes.change(order, new ChangeOrder.Changes(lines, false, null, null, null, null, null), "tester");
        jobs.run(order);
    }

    /** The customer wants to pay in another way. */
    void payBy(OrderNumber order, PaymentMethod method) {
        changes.change(order, new ChangeOrder.Changes(null, false, null, null, null, method, null), "tester");
        jobs.run(order);
    }

    /** The customer wants to pay by this card from now on. */
    void payByCard(OrderNumber order) {
        changes.change(
                order,
                new ChangeOrder.Changes(null, false, null, null, null, PaymentMethod.CREDIT_CARD, "tok_ok_new"),
                "tester");
        jobs.run(order);
    }

    /** The customer wants it on another day. */
    void deliverOn(OrderNumber order, LocalDate day) {
        changes.change(order, new ChangeOrder.Changes(null, true, day, null, null, null, null), "tester");
        jobs.run(order);
    }

    List<OrderNumber> ordersOf(String number) {
        return shipments.ordersOf(List.of(number));
    }

    List<String> tasks(OrderNumber order) {
        return tasks.about(OrderSubject.of(order)).stream()
                .map(OpenTask::type)
                .sorted()
                .toList();
    }

    OpenTask task(OrderNumber order, String type) {
        return tasks.about(OrderSubject.of(order)).stream()
                .filter(t -> t.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " is not among " + tasks(order) + " of " + order));
    }

    /** A person finds out which shipment a tracking number belongs to that no ship result names. */
    void assign(String trackingNumber, String shipment, String wrong) {
        var task = tasks.about(new Subject(ParcelSubject.KIND, trackingNumber)).get(0);
        completeTask.complete(
                task.id(), "ASSIGN", null, Map.of("shipmentNumber", shipment, "wrongTrackingNumber", wrong), "tester");
    }

    void decide(OrderNumber order, String type, String decision) {
        decide(order, type, decision, null, Map.of());
    }

    void decide(OrderNumber order, String type, String decision, @Nullable String comment, Map<String, String> input) {
        completeTask.complete(task(order, type).id(), decision, comment, input, "tester");
        jobs.run(order);
        shipments.ofOrder(order).forEach(s -> settle(s.number()));
    }

    /** Codes of what happened to the order. */
    List<String> happened(OrderNumber order) {
        return jdbc.sql("select event from order_event where order_number = :o order by id")
                .param("o", order.value())
                .query(String.class)
                .list();
    }

    /** The kinds of what happened to the order. */
    List<String> history(OrderNumber order) {
        return timeline.of(order).stream().map(happened -> happened.event()).toList();
    }

    /** What the order's history says of the last such thing. */
    String told(OrderNumber order, String event, Locale locale) {
        return timeline.of(order).stream()
                .filter(happened -> happened.event().equals(event))
                .reduce((first, second) -> second)
                .orElseThrow()
                .text()
                .in(locale);
    }

    /** Whether a process of this number is alive. */
    boolean alive(Object key) {
        return jdbc.sql("select exists (select 1 from act_ru_execution where business_key_ = :k)")
                .param("k", String.valueOf(key))
                .query(Boolean.class)
                .single();
    }

    void allHolds() {
        var broken = invariants.stream()
                .filter(i -> i.violations() > 0)
                .map(i -> i.name() + ": " + i.violations())
                .toList();
        assertThat(broken).isEmpty();
    }
}
