package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.RoundTrips;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A message to many cases moves each as it would move it alone, and asks the database far less often. */
@OtodokeTest
class CasesMovedTogetherTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final Given given;
    private final Elapsed elapsed;
    private final Processes processes;
    private final DeliverWakeUps deliverWakeUps;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final TestClock clock;

    private String tea = "";

    @Autowired
    CasesMovedTogetherTests(
            Given given,
            Elapsed elapsed,
            Processes processes,
            DeliverWakeUps deliverWakeUps,
            RuntimeService runtime,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            TestClock clock) {
        this.given = given;
        this.elapsed = elapsed;
        this.processes = processes;
        this.deliverWakeUps = deliverWakeUps;
        this.runtime = runtime;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void inTheMorningWithMuchTea() {
        clock.set(TODAY + "T07:00:00+09:00");
        tea = given.product(ProductMother.tea(), 900);
    }

    /** With timers, with tasks of people, with calls of other processes under way, and with none of them. */
    @Test
    void casesThatWaitForDifferentThingsMoveTogetherAsAlone() {
        var alone = ofEachKind();
        var together = ofEachKind();
        assertThat(together)
                .extracting(this::standing)
                .isEqualTo(alone.stream().map(this::standing).toList());

        for (var message : List.of("hold-order", "hold-released", "hold-order")) {
            alone.forEach(order -> deliver(message, List.of(order)));
            deliver(message, together);

            assertThat(together)
                    .as(message)
                    .extracting(this::standing)
                    .isEqualTo(alone.stream().map(this::standing).toList());
        }
    }

    @Test
    void twentyCasesAskTheDatabaseHardlyMoreOftenThanOne() {
        var shipments = IntStream.range(0, 21)
                .mapToObj(n -> given.orderDispatched(OrderMother.of(tea, 1)))
                .flatMap(order -> given.shipments(order).stream())
                .map(shipment -> shipment.number().value())
                .toList();
        shipments.forEach(shipment -> elapsed.killedBeforeWaking("shipment", shipment, "acknowledged"));

        var one = RoundTrips.of(() -> deliverWakeUps.of(shipments.subList(0, 1)));
        var twenty = RoundTrips.of(() -> deliverWakeUps.of(shipments.subList(1, 21)));

        assertThat(shipments)
                .allSatisfy(shipment -> assertThat(activities(shipment)).containsExactly("await-shipping"));
        assertThat(jdbc.sql("select count(*) from act_hi_actinst where end_time_ is not null and duration_ is null")
                        .query(Integer.class)
                        .single())
                .as("steps whose duration is not known")
                .isZero();
        // One by one it were nine each; a failed step anywhere, as other tests leave it, costs one for each wait that
        // ends.
        assertThat(twenty).as("beside %s for one", one.size()).hasSizeLessThan(one.size() + 20 * 4);
    }

    @Test
    void ordersPaidTogetherAreAllocatedTogetherOldestFirst() {
        var scarce = given.product(ProductMother.tea(), 3);
        var unpaid = new ArrayList<OrderNumber>();
        IntStream.range(0, 21)
                .forEach(n ->
                        unpaid.add(given.orderUnderway(OrderMother.of(tea, 1).by(PaymentMethod.BANK_TRANSFER))));
        var contested = IntStream.range(0, 2)
                .mapToObj(n -> given.orderUnderway(OrderMother.of(scarce, 2).by(PaymentMethod.BANK_TRANSFER)))
                .toList();
        unpaid.addAll(contested);
        paidButNotWoken(unpaid);

        var one = RoundTrips.of(() -> deliverWakeUps.of(values(unpaid.subList(0, 1))));
        var rest = RoundTrips.of(() -> deliverWakeUps.of(values(unpaid.subList(1, 23))));

        assertThat(unpaid.subList(0, 21))
                .allSatisfy(order -> assertThat(activities(order.value())).containsExactly("await-ship-day"));
        assertThat(activities(contested.get(0).value())).containsExactly("await-ship-day");
        assertThat(activities(contested.get(1).value())).contains("await-stock");
        assertThat(rest).as("beside %s for one", one.size()).hasSizeLessThan(2 * one.size() + 22 * 6);
    }

    private void paidButNotWoken(List<OrderNumber> unpaid) {
        transaction.executeWithoutResult(status -> {
            unpaid.forEach(order -> given.deposit(PaymentMother.transferFor(order, charged(order), TODAY)));
            elapsed.wokenNobodyYet();
        });
        unpaid.forEach(order -> elapsed.killedBeforeWaking("order", order.value(), "payment-known", "payment-secured"));
    }

    private long charged(OrderNumber order) {
        return jdbc.sql("select charged from receivable where number = :order")
                .param("order", order.value())
                .query(Long.class)
                .single();
    }

    private static List<String> values(List<OrderNumber> orders) {
        return orders.stream().map(OrderNumber::value).toList();
    }

    private List<OrderNumber> ofEachKind() {
        var scarce = given.product(ProductMother.tea(), 0);
        return List.of(
                given.orderUnderway(OrderMother.of(tea, 1)),
                given.orderUnderway(OrderMother.of(tea, 1).remarking("呼び鈴を鳴らさない")),
                given.orderUnderway(OrderMother.of(tea, 1).by(PaymentMethod.BANK_TRANSFER)),
                given.orderUnderway(OrderMother.of(scarce, 1)),
                given.orderDispatched(OrderMother.of(tea, 1)));
    }

    private void deliver(String message, List<OrderNumber> orders) {
        transaction.executeWithoutResult(status -> processes.deliver(
                "order", message, orders.stream().map(OrderNumber::value).toList()));
    }

    private List<String> standing(OrderNumber order) {
        var standing = new ArrayList<>(activities(order.value()));
        standing.addAll(rows("act_ru_event_subscr", "event_name_", "proc_inst_id_", order));
        standing.addAll(rows("act_ru_job", "coalesce(handler_cfg_, '')", "process_instance_id_", order));
        standing.addAll(rows("act_ru_task", "task_def_key_", "proc_inst_id_", order));
        return standing;
    }

    private List<String> activities(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream())
                .sorted()
                .toList();
    }

    private List<String> rows(String table, String column, String instance, OrderNumber order) {
        return jdbc.sql(
                        "select %s from %s where %s in (select id_ from act_ru_execution where business_key_ = ?) order by 1"
                                .formatted(column, table, instance))
                .param(order.value())
                .query(String.class)
                .list();
    }
}
