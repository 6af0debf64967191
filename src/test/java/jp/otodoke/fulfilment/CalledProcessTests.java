package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.workflow.CalledProcesses;
import jp.otodoke.workflow.CaseTrail;
import jp.otodoke.workflow.PathMap;
import jp.otodoke.workflow.ProcessMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A process is called only where something really waits, and whatever looks at an order looks into what it calls. */
@ModuleTest
class CalledProcessTests {
    private final Walk walk;
    private final ProcessMonitor monitor;
    private final CalledProcesses called;

    @Autowired
    CalledProcessTests(AutowireCapableBeanFactory beans, ProcessMonitor monitor, CalledProcesses called) {
        this.walk = beans.createBean(Walk.class);
        this.monitor = monitor;
        this.called = called;
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @AfterEach
    void whatMustAlwaysBeTrueIsTrue() {
        walk.allHolds();
    }

    @Test
    void anOrderThatIsSecuredAtOnceCostsOneInstanceAndOneJob() {
        var sku = walk.article(10);
        var cash = ordered(OrderMother.of(sku, 1));
        var invoice = ordered(OrderMother.of(sku, 1).by(PaymentMethod.INVOICE));
        var cardOfTheShop = ordered(OrderMother.of(sku, 1).atTheShop(ShopPayment.AUTHORISED));

        for (var order : List.of(cash, invoice, cardOfTheShop)) {
            assertThat(jobs(order)).as("the check of the order").isEqualTo(1);
            walk.jobs.run(order);
            assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
            assertThat(processes(order)).containsExactly("order");
            assertThat(jobs(order)).isZero();
        }
    }

    @Test
    void aCardIsAwaitedInOneCalledProcessWithoutAJob() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.CREDIT_CARD));

        assertThat(processes(order)).containsExactly("order", "secure-payment");
        assertThat(jobs(order)).isZero();

        walk.answer(order, Outcome.AUTHORISED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(running(order)).containsExactly("order");
        assertThat(processes(order)).containsExactly("order", "secure-payment");
    }

    @Test
    void aTransferIsAwaitedInOneCalledProcessWithItsTwoTimers() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.BANK_TRANSFER));

        assertThat(processes(order)).containsExactly("order", "secure-payment");
        assertThat(jobs(order)).as("reminder and limit").isEqualTo(2);
    }

    @Test
    void cancellingAnOrderEndsWhatItCalls() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.BANK_TRANSFER));

        walk.cancel(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(running(order)).isEmpty();
        assertThat(jobs(order)).isZero();
        assertThat(openSteps(order)).isZero();
    }

    @Test
    void changingAnOrderEndsItsCalledProcessesAndCallsThemAgain() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.BANK_TRANSFER));

        walk.changes.change(
                order,
                new ChangeOrder.Changes(null, false, null, null, null, PaymentMethod.CONVENIENCE_STORE, null),
                "tester");
        walk.jobs.run(order);

        assertThat(running(order)).containsExactly("order", "secure-payment");
        assertThat(processes(order)).containsExactly("order", "secure-payment", "secure-payment");
    }

    @Test
    void givingUpInsideACalledProcessEndsTheOrderWithAllThatItCalls() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.CREDIT_CARD));
        walk.answers(order, Outcome.UNKNOWN, 5);

        walk.decide(order, "payment-unknown", "CANCEL");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(running(order)).isEmpty();
        assertThat(openSteps(order)).isZero();
    }

    @Test
    void theWayOfAnOrderLeadsThroughWhatItCalled() {
        var order = walk.place(OrderMother.of(walk.article(0), 1).by(PaymentMethod.BANK_TRANSFER));
        walk.pass(Duration.ofDays(4), order);
        walk.transfer(order, walk.payment(order).charged().amount());

        var path = monitor.path("order", order.value());

        assertThat(monitor.trail(path))
                .extracting(stop -> stop.process() + "/" + stop.step())
                .containsExactly(
                        "order/check-order",
                        "order/secure-payment",
                        "secure-payment/await-deposit",
                        "secure-payment/reminder-due",
                        "secure-payment/remind-payment",
                        "order/allocate-stock",
                        "obtain-stock/await-stock");
        assertThat(monitor.trail(path)).filteredOn(CaseTrail.Stop::here).hasSize(1);
        assertThat(PathMap.of(path))
                .contains("\"here\":[\"await-stock\"],\"called\":{\"secure-payment\":{\"passed\":[\"payment-open\"")
                .endsWith("\"obtain-stock\":{\"passed\":[\"stock-short\"],\"here\":[\"await-stock\"]}}}");
    }

    @Test
    void calledProcessesFollowTheirCallersAndTheirStepsShowWhatWaits() {
        var before = waiting("secure-payment", "await-deposit");

        walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.BANK_TRANSFER));

        assertThat(waiting("secure-payment", "await-deposit")).isEqualTo(before + 1);
        assertThat(waiting("order", "await-payment")).isPositive();
        var ids = monitor.all().stream().map(ProcessMonitor.ProcessState::id).toList();
        assertThat(ids).containsSubsequence("order", "secure-payment", "ship-wave", "shipment", "chase-parcel");
        assertThat(called.caseProcess("secure-payment")).isEqualTo("order");
        assertThat(called.caseProcess("chase-parcel")).isEqualTo("shipment");
        assertThat(called.caseProcess("ship-wave")).isEqualTo("ship-wave");
    }

    private OrderNumber ordered(OrderMother ordering) {
        return walk.given.order(ordering);
    }

    private long waiting(String process, String step) {
        return monitor.all().stream()
                .filter(state -> state.id().equals(process))
                .flatMap(state -> state.steps().stream())
                .filter(state -> state.id().equals(step))
                .mapToLong(ProcessMonitor.StepState::waiting)
                .sum();
    }

    private List<String> processes(OrderNumber order) {
        return walk.jdbc
                .sql(
                        "select proc_def_key_ from act_hi_procinst where business_key_ = :o order by start_time_, proc_def_key_")
                .param("o", order.value())
                .query(String.class)
                .list();
    }

    private List<String> running(OrderNumber order) {
        return walk.jdbc
                .sql(
                        """
                        select d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                         where e.business_key_ = :o and e.parent_id_ is null order by 1
                        """)
                .param("o", order.value())
                .query(String.class)
                .list();
    }

    private long jobs(OrderNumber order) {
        return count(
                "select count(*) from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_ where p.business_key_ = :o",
                order.value());
    }

    private long openSteps(OrderNumber order) {
        return count(
                """
                select count(*) from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                 where p.business_key_ = :o and a.end_time_ is null
                """,
                order.value());
    }

    private long count(String sql, String order) {
        return walk.jdbc.sql(sql).param("o", order).query(Long.class).single();
    }
}
