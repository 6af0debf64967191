package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrders;
import jp.otodoke.orders.Preparation;
import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.Observation;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.workflow.CaseTrail;
import jp.otodoke.workflow.IncidentResolution;
import jp.otodoke.workflow.Incidents;
import jp.otodoke.workflow.ProcessMonitor;
import jp.otodoke.workflow.ResolveIncident;
import jp.otodoke.workflow.StartPoll;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Orders of long lists are prepared at once, and their processes started by workers: none is lost or started twice. */
@OtodokeTest
class QueuedStartTests {
    private final Walk walk;
    private final PlaceOrders placeOrders;
    private final StartPoll poll;
    private final ProcessMonitor monitor;
    private final ManagementService management;
    private final Incidents incidents;
    private final ResolveIncident resolve;
    private final List<Check> checks;
    private final Invariant queuedProcessesCanBeStarted;

    @Autowired
    QueuedStartTests(
            AutowireCapableBeanFactory beans,
            PlaceOrders placeOrders,
            StartPoll poll,
            ProcessMonitor monitor,
            ManagementService management,
            Incidents incidents,
            ResolveIncident resolve,
            List<Check> checks,
            Invariant queuedProcessesCanBeStarted) {
        this.walk = beans.createBean(Walk.class);
        this.walk.given = walk.given.queueingProcesses();
        this.placeOrders = placeOrders;
        this.poll = poll;
        this.monitor = monitor;
        this.management = management;
        this.incidents = incidents;
        this.resolve = resolve;
        this.checks = checks;
        this.queuedProcessesCanBeStarted = queuedProcessesCanBeStarted;
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
    void eachProcessStartsWhereItsOrderWaits() {
        var tea = walk.article(500);
        var scarce = walk.article(2);

        var orders = place(List.of(
                OrderMother.of(tea, 1),
                OrderMother.of(tea, 2).remarking("呼び鈴を鳴らさない"),
                OrderMother.of(tea, 3).by(PaymentMethod.BANK_TRANSFER),
                OrderMother.of(scarce, 3),
                OrderMother.of(tea, 4).requestedFor(walk.clock.today())));

        assertThat(orders)
                .extracting(walk::status)
                .containsExactly(
                        OrderStatus.READY,
                        OrderStatus.IN_REVIEW,
                        OrderStatus.AWAITING_PAYMENT,
                        OrderStatus.AWAITING_STOCK,
                        OrderStatus.READY);
        assertThat(orders).noneMatch(walk::alive);
        assertThat(monitor.trail(monitor.path("order", orders.get(0).value())))
                .extracting(CaseTrail.Stop::step, CaseTrail.Stop::here)
                .contains(tuple("plan-ship-day", false), tuple("await-ship-day", true));
        walk.allHolds();

        poll.run();

        assertThat(orders)
                .extracting(this::step)
                .containsExactly("await-ship-day", "review-order", "await-payment", "await-stock", "date-unreachable");
        assertThat(orders).noneMatch(this::queued);
    }

    @Test
    void anOrderThatIsCancelledBeforeItsProcessHasStartedIsCancelledLikeAnyOther() {
        var sku = walk.article(9);
        var order = walk.place(OrderMother.of(sku, 2));

        walk.cancel(order);
        poll.run();

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.allocated(sku)).isZero();
        assertThat(walk.alive(order)).isFalse();
        assertThat(queued(order)).isFalse();
    }

    @Test
    void anOrderThatIsHeldBeforeItsProcessHasStartedIsHeldLikeAnyOther() {
        var order = walk.place(OrderMother.of(walk.article(9), 2));

        walk.changes.hold(order, "お客様の返事待ち", "tester");

        assertThat(walk.tasks(order)).containsExactly("order-on-hold");
        walk.wave();
        assertThat(walk.parcels(order)).isEmpty();
        walk.changes.release(order, "tester");
        walk.wave();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
    }

    @Test
    void anOrderThatIsChangedBeforeItsProcessHasStartedIsPreparedAnew() {
        var sku = walk.article(9);
        var order = walk.place(OrderMother.of(sku, 2));

        walk.change(order, 5);

        assertThat(walk.allocated(sku)).isEqualTo(5);
        assertThat(step(order)).isEqualTo("await-ship-day");
    }

    @Test
    void aDepositBeforeTheProcessHasStartedIsNotMissed() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.BANK_TRANSFER));

        walk.transfer(order, walk.payment(order).charged().amount());

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(step(order)).isEqualTo("await-ship-day");
    }

    @Test
    void stockThatArrivesBeforeTheProcessHasStartedIsNotMissed() {
        var sku = walk.article(1);
        var order = walk.place(OrderMother.of(sku, 2));

        walk.receive(sku, 5);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(step(order)).isEqualTo("await-ship-day");
    }

    @Test
    void aWaveReleasesAnOrderWhoseProcessHasNotStarted() {
        var order = walk.place(OrderMother.of(walk.article(9), 1));

        walk.wave();
        poll.run();

        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(instances(order)).isOne();
    }

    @Test
    void severalWorkersStartEachProcessOnce() {
        var tea = walk.article(1_000);
        var orders = place(
                IntStream.range(0, 120).mapToObj(n -> OrderMother.of(tea, 1)).toList());

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(poll::run))
                        .limit(3)
                        .toArray(CompletableFuture[]::new))
                .join();
        poll.run();

        assertThat(orders).allMatch(order -> instances(order) == 1);
        assertThat(orders).noneMatch(this::queued);
    }

    @RepeatedTest(5)
    void anOrderIsCancelledOnceWhenCancelAndStartMeet() {
        var order = walk.place(OrderMother.of(walk.article(9), 2));

        var start = CompletableFuture.runAsync(poll::run);
        walk.cancel.request(order, "ご都合", "tester");
        start.join();
        poll.run();

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.alive(order)).isFalse();
        assertThat(queued(order)).isFalse();
    }

    @Test
    void oneThatFailsAloneBecomesAnIncidentAndHoldsUpNoOther() {
        var tea = walk.article(500);
        var orders = place(List.of(
                OrderMother.of(tea, 1),
                OrderMother.of(tea, 2).remarking("呼び鈴を鳴らさない"),
                OrderMother.of(tea, 3).remarking("門の前に置く")));
        var broken = orders.get(1);
        walk.corrupt.orderBroken(broken.value());

        poll.run();
        fail(broken);

        assertThat(step(orders.get(0))).isEqualTo("await-ship-day");
        assertThat(step(orders.get(2))).isEqualTo("review-order");
        assertThat(incidentOf(broken).step()).isEqualTo("check-order");

        walk.corrupt.orderCorrected(broken.value());
        resolve.resolve(incidentOf(broken).id(), IncidentResolution.Kind.RETRY, "", null);
        walk.jobs.run(broken);
        assertThat(step(broken)).isEqualTo("review-order");
        assertThat(walk.tasks(broken)).hasSize(1);
    }

    @Test
    void oneThatCanNotBeStartedAtAllIsSeenAndHoldsUpNoOther() {
        walk.elapsed.queued("no-such-process", "anywhere", "X1", Duration.ZERO);
        var order = walk.place(OrderMother.of(walk.article(9), 1));
        try {
            poll.run();

            assertThat(step(order)).isEqualTo("await-ship-day");
            assertThat(queuedProcessesCanBeStarted.violations()).isOne();
            assertThat(checks.stream().filter(c -> c.kind().equals("process-not-started")))
                    .singleElement()
                    .satisfies(check -> assertThat(check.observe())
                            .extracting(Observation::subject)
                            .contains("no-such-process/X1"));
        } finally {
            walk.elapsed.noLongerQueued("X1");
        }
    }

    @Test
    void ofOrdersThatAreRolledBackNoProcessStarts() {
        var tea = walk.article(9);

        assertThatThrownBy(() -> walk.inTransaction(() -> {
                    place(List.of(OrderMother.of(tea, 1)));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(walk.allocated(tea)).isZero();
        poll.run();
    }

    private List<OrderNumber> place(List<OrderMother> orders) {
        List<NewOrder> made = orders.stream().map(OrderMother::build).toList();
        return placeOrders.place(made, Preparation.QUEUED).stream()
                .map(placed -> placed.orRefuse().orderNumber())
                .toList();
    }

    private boolean queued(OrderNumber order) {
        return walk.jdbc
                .sql("select exists (select 1 from process_start where business_key = ?)")
                .param(order.value())
                .query(Boolean.class)
                .single();
    }

    private int instances(OrderNumber order) {
        return walk.jdbc
                .sql("select count(*) from workflow_running_case_view where process = 'order' and business_key = ?")
                .param(order.value())
                .query(Integer.class)
                .single();
    }

    /** Where the order's own process stands. */
    private String step(OrderNumber order) {
        return walk.jdbc
                .sql(
                        """
                        select string_agg(e.act_id_, ',') from act_ru_execution i
                          join act_ru_execution e on e.proc_inst_id_ = i.id_ and e.act_id_ <> 'prepare'
                         where i.business_key_ = :order and i.parent_id_ is null
                           and i.root_proc_inst_id_ = i.id_ and e.is_active_
                        """)
                .param("order", order.value())
                .query(String.class)
                .single();
    }

    /** Runs the jobs of this case until their attempts are used up. */
    private void fail(OrderNumber order) {
        for (var left = jobs(order); !left.isEmpty(); left = jobs(order)) {
            var job = left.get(0);
            assertThatThrownBy(() -> management.executeJob(job)).isNotNull();
        }
    }

    private List<String> jobs(OrderNumber order) {
        return walk.jdbc
                .sql(
                        """
                        select j.id_ from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                         where p.business_key_ = ? and j.retries_ > 0 and j.type_ = 'message'
                        """)
                .param(order.value())
                .query(String.class)
                .list();
    }

    private Incidents.Incident incidentOf(OrderNumber order) {
        return incidents
                .list(new Incidents.Filter(null, null, order.value()), null, 0, 1)
                .get(0);
    }
}
