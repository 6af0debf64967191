package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.ShipmentNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages to one case are delivered in their order, whichever threads deliver them. */
@OtodokeTest
class WakeUpOrderTests {
    private final Given given;
    private final Elapsed elapsed;
    private final WakeProcesses wakeProcesses;
    private final WakeUps wakeUps;
    private final DeliverWakeUps deliverWakeUps;
    private final Processes processes;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private ShipmentNumber number = ShipmentNumber.of("S0");
    private String shipment = "";

    @Autowired
    WakeUpOrderTests(
            Given given,
            Elapsed elapsed,
            WakeProcesses wakeProcesses,
            WakeUps wakeUps,
            DeliverWakeUps deliverWakeUps,
            Processes processes,
            RuntimeService runtime,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            TestClock clock) {
        this.given = given;
        this.elapsed = elapsed;
        this.wakeProcesses = wakeProcesses;
        this.wakeUps = wakeUps;
        this.deliverWakeUps = deliverWakeUps;
        this.processes = processes;
        this.runtime = runtime;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void aShipmentHasLeftThatItsProcessBelievesUnacknowledged() {
        clock.set("2026-11-26T07:00:00+09:00");
        var order = given.orderDispatched(OrderMother.of(given.product(ProductMother.tea(), 9), 1));
        number = given.shipments(order).get(0).number();
        shipment = number.value();
        transaction.executeWithoutResult(killed -> {
            given.accept(number);
            given.ship(number);
            elapsed.wokenNobodyYet();
        });
    }

    @Test
    void aLaterMessageWaitsForAnOlderOneThatAnotherThreadIsDelivering() throws Exception {
        elapsed.killedBeforeWaking("shipment", shipment, "acknowledged");
        var taken = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var older = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            wakeUps.take(List.of(shipment))
                    .forEach(one -> processes.deliver(one.process(), one.message(), List.of(one.businessKey())));
            taken.countDown();
            await(commit);
        }));
        await(taken);

        var later = CompletableFuture.runAsync(() -> wake("shipped"));
        Thread.sleep(300);
        assertThat(later).isNotDone();
        commit.countDown();
        CompletableFuture.allOf(older, later).get(30, TimeUnit.SECONDS);

        assertThat(standsAt()).containsExactly("await-delivery");
    }

    @Test
    void aLaterMessageDoesNotOvertakeOneThatBecomesAJobAtThisMoment() throws Exception {
        elapsed.killedBeforeWaking("shipment", shipment, "acknowledged");
        var taken = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var older = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            wakeUps.takeOldest(shipment)
                    .ifPresent(one -> processes.deliverByJob(one.process(), one.message(), one.businessKey()));
            taken.countDown();
            await(commit);
        }));
        await(taken);

        var later = CompletableFuture.runAsync(() -> wake("shipped"));
        Thread.sleep(300);
        commit.countDown();
        CompletableFuture.allOf(older, later).get(30, TimeUnit.SECONDS);
        assertThat(waiting()).as("held up by the job").containsExactly("shipped");

        given.follow(number);
        deliverWakeUps.of(List.of(shipment));

        assertThat(standsAt()).containsExactly("await-delivery");
    }

    private void wake(String... messages) {
        transaction.executeWithoutResult(
                status -> wakeProcesses.wake("shipment", List.of(messages), List.of(shipment)));
    }

    private List<String> standsAt() {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(shipment)
                .singleResult();
        return runtime.getActiveActivityIds(instance.getId());
    }

    private List<String> waiting() {
        return jdbc.sql("select message from process_wake_up where business_key = ?")
                .param(shipment)
                .query(String.class)
                .list();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
