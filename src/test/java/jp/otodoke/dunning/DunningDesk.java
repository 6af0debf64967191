package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.fulfilment.RecordTracking;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.fulfilment.TrackingEvent;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.mothers.ShipmentMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.ChargeReceivable;
import jp.otodoke.payments.NewReceivable;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.payments.RecordCardAnswer;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounting, its customers and the time that passes, played by a test. */
class DunningDesk {
    final Given given;
    final DunningCases cases;
    final DunningSteps steps;
    final BusinessClock business;
    final JdbcClient jdbc;
    private final TestClock clock;
    private final OpenDunningCases openCases;
    private final EngineJobs jobs;
    private final Tasks tasks;
    private final CompleteTask completeTask;
    private final RegisterCustomer register;
    private final ChargeReceivable charge;
    private final RecordCardAnswer answers;
    private final RecordTracking tracking;
    private final RequestOrderCancel cancel;
    private final List<Invariant> invariants;

    DunningDesk(
            Given given,
            DunningCases cases,
            DunningSteps steps,
            BusinessClock business,
            JdbcClient jdbc,
            TestClock clock,
            OpenDunningCases openCases,
            EngineJobs jobs,
            Tasks tasks,
            CompleteTask completeTask,
            RegisterCustomer register,
            ChargeReceivable charge,
            RecordCardAnswer answers,
            RecordTracking tracking,
            RequestOrderCancel cancel,
            List<Invariant> invariants) {
        this.given = given;
        this.cases = cases;
        this.steps = steps;
        this.business = business;
        this.jdbc = jdbc;
        this.clock = clock;
        this.openCases = openCases;
        this.jobs = jobs;
        this.tasks = tasks;
        this.completeTask = completeTask;
        this.register = register;
        this.charge = charge;
        this.answers = answers;
        this.tracking = tracking;
        this.cancel = cancel;
        this.invariants = invariants;
        at(nextMorning().minusDays(10), 9);
    }

    /** A day on which no test has opened cases. */
    LocalDate nextMorning() {
        return jdbc.sql("select coalesce(max(day), date '2026-12-01') + 11 from dunning_run")
                .query(LocalDate.class)
                .single();
    }

    /** As {@link #morning}, ten days from now. */
    void tenDaysLater() {
        at(business.today().plusDays(10), 6);
        openCases.open(business.today());
    }

    void at(LocalDate day, int hour) {
        clock.set(day.atTime(hour, 0).atZone(BusinessClock.TOKYO).toInstant());
    }

    CustomerNumber customer() {
        return register.register(CustomerMother.somebody());
    }

    CustomerNumber customerWithoutMail() {
        return register.register(CustomerMother.unmistakable("無住所", CustomerMother.TOKYO, false));
    }

    /** Due in nine days. */
    ReceivableNumber fee(CustomerNumber customer, long amount) {
        return charge.charge(new NewReceivable(
                customer,
                ReceivableKind.FEE,
                Yen.of(amount),
                10,
                business.today().plusDays(9)));
    }

    /** Ten days after the beginning: what was due on the ninth is overdue. */
    void morning() {
        at(nextMorning(), 6);
        openCases.open(business.today());
    }

    /** A fee that was not paid in time. */
    DunningCase overdue(long amount) {
        return overdue(customer(), amount);
    }

    DunningCase overdue(CustomerNumber customer, long amount) {
        var fee = fee(customer, amount);
        morning();
        var one = of(fee);
        run(one);
        return one;
    }

    DunningCase of(ReceivableNumber receivable) {
        var found = cases.list(new DunningCases.Filter(null, null, null, null, receivable.value(), null), "-id", 0, 2);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    DunningCase again(DunningCase one) {
        return cases.get(one.id());
    }

    void run(DunningCase one) {
        jobs.run(DunningKey.of(one.id()));
    }

    /** So many days later at eleven. */
    void pass(DunningCase one, int days) {
        at(business.today().plusDays(days), 11);
        run(one);
    }

    /** Until a person has to decide. */
    void untilDecision(DunningCase one) {
        for (int day = 0; day < 70 && !again(one).awaitsDecision(); day++) {
            pass(one, 1);
        }
        assertThat(tasks(one)).contains("decide-dunning");
    }

    List<String> tasks(DunningCase one) {
        return tasks.about(DunningSubject.of(one.id())).stream()
                .map(OpenTask::type)
                .toList();
    }

    List<String> tasksAbout(OrderNumber order) {
        return tasks.about(OrderSubject.of(order)).stream().map(OpenTask::type).toList();
    }

    void decide(DunningCase one, String type, String decision, @Nullable String comment, String by) {
        var task = tasks.about(DunningSubject.of(one.id())).stream()
                .filter(open -> open.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " is not among " + tasks(one)));
        completeTask.complete(task.id(), decision, comment, Map.of(), by);
        run(one);
    }

    void pay(DunningCase one) {
        given.deposit(
                PaymentMother.transferBy(one.receivable() + " ニユウキン", one.open().amount(), business.today()));
        run(one);
    }

    /** What was done, in its order. */
    List<String> done(DunningCase one) {
        return steps.of(one.id()).stream()
                .filter(step -> step.state() == DunningStep.State.DONE)
                .map(step -> step.kind() + " " + step.result())
                .toList();
    }

    List<DunningStep> planned(DunningCase one) {
        return steps.of(one.id()).stream()
                .filter(step -> step.state() == DunningStep.State.PLANNED)
                .toList();
    }

    /** Two teas by card: shipped, and then the card was declined. */
    OrderNumber declined() {
        return declined("limit_exceeded");
    }

    OrderNumber declined(String code) {
        var sku = given.product(ProductMother.tea(), 10);
        var order = given.orderUnderway(OrderMother.of(sku, 2).by(PaymentMethod.CREDIT_CARD));
        answer(order, Outcome.AUTHORISED);
        jobs.run(order);
        leaves(order);
        for (var shipment : given.shipments(order)) {
            given.accept(shipment.number());
            given.ship(shipment.number());
        }
        answer(order, Outcome.DECLINED, code);
        return order;
    }

    /** On the next day on which the warehouse works. */
    private void leaves(OrderNumber order) {
        for (int day = 0; day < 7 && given.shipments(order).isEmpty(); day++) {
            given.wave();
            at(business.today().plusDays(1), 7);
        }
    }

    /** The parcel is refused at the door, and the goods are on the shelf again. */
    void comesBack(OrderNumber order) {
        for (var shipment : given.shipments(order)) {
            tracking.record(
                    List.of(ShipmentMother.tracked(shipment.number(), TrackingEvent.Kind.REFUSED, business.instant())));
            given.follow(shipment.number());
            decideAbout(order, "delivery-trouble", "REFUND");
            given.follow(shipment.number());
            decideAbout(order, "return-arrival", "RESTOCK");
        }
    }

    private void decideAbout(OrderNumber order, String type, String decision) {
        tasks.about(OrderSubject.of(order)).stream()
                .filter(open -> open.type().equals(type))
                .forEach(open -> completeTask.complete(open.id(), decision, null, Map.of(), "tester"));
    }

    void cancelled(OrderNumber order) {
        cancel.request(order, "ご都合", "tester");
        jobs.run(order);
    }

    /** A card is refused for a reason that may pass. */
    void answer(OrderNumber order, Outcome outcome) {
        answer(order, outcome, outcome == Outcome.DECLINED ? "limit_exceeded" : null);
    }

    void answer(OrderNumber order, Outcome outcome, @Nullable String code) {
        var call = jdbc.sql("select min(id) from card_call where order_number = :o and outcome is null")
                .param("o", order.value())
                .query(Long.class)
                .single();
        answers.record(new CardAnswer(call, outcome, "g", code));
        jobs.run(order);
    }

    /** What the gateway was ever asked about the order. */
    List<String> asked(OrderNumber order) {
        return jdbc.sql("select kind from card_call where order_number = :o order by id")
                .param("o", order.value())
                .query(String.class)
                .list();
    }

    /** Mails that were queued with this template. */
    long mails(String keyStart) {
        return jdbc.sql("select count(*) from outbox_message where key like :key || '%'")
                .param("key", "mail:" + keyStart)
                .query(Long.class)
                .single();
    }

    void allHolds() {
        assertThat(invariants.stream()
                        .filter(invariant -> invariant.violations() > 0)
                        .map(Invariant::name))
                .isEmpty();
    }

    long violations(String name) {
        return invariants.stream()
                .filter(invariant -> invariant.name().equals(name))
                .mapToLong(Invariant::violations)
                .sum();
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    boolean alive(DunningCase one) {
        return jdbc.sql("select exists (select 1 from act_ru_execution where business_key_ = :k)")
                .param("k", DunningKey.of(one.id()))
                .query(Boolean.class)
                .single();
    }
}
