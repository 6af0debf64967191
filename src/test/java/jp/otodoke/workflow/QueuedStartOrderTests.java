package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.CancelRest;
import jp.otodoke.shared.OrderNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A message to a case whose process a worker is starting at this moment is delivered. */
@OtodokeTest
class QueuedStartOrderTests {
    private final Given given;
    private final QueuedStarts starts;
    private final StartPoll poll;
    private final Processes processes;
    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transaction;
    private final CancelRest cancelRest;
    private final TestClock clock;
    private String order = "";

    @Autowired
    QueuedStartOrderTests(
            Given given,
            QueuedStarts starts,
            StartPoll poll,
            Processes processes,
            RuntimeService runtime,
            ProcessEngineConfigurationImpl engine,
            TransactionTemplate transaction,
            CancelRest cancelRest,
            TestClock clock) {
        this.given = given.queueingProcesses();
        this.cancelRest = cancelRest;
        this.starts = starts;
        this.poll = poll;
        this.processes = processes;
        this.runtime = runtime;
        this.engine = engine;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void theProcessOfAnOrderIsQueued() {
        clock.set("2026-11-26T07:00:00+09:00");
        poll.run();
        order = given.order(OrderMother.of(given.product(ProductMother.tea(), 9), 1))
                .value();
    }

    /** What was told to the engine alone is done to the order too. */
    @AfterEach
    void theOrderEndsWithItsProcess() {
        if (instances().isEmpty()) {
            cancelRest.cancel(OrderNumber.of(order), Map.of(), CancelReason.requested("試験"), "tester");
        }
    }

    @Test
    void aMessageWaitsForTheWorkerThatIsStartingTheProcess() throws Exception {
        var taken = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var worker = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            processes.startTaken(starts.takeNext(50));
            taken.countDown();
            await(commit);
        }));
        await(taken);

        var cancel = CompletableFuture.supplyAsync(this::cancel);
        Thread.sleep(300);
        assertThat(cancel).isNotDone();
        commit.countDown();
        CompletableFuture.allOf(worker, cancel).get(30, TimeUnit.SECONDS);

        assertThat(cancel.join()).containsExactly(order);
        assertThat(instances()).isEmpty();
    }

    @Test
    void aWorkerPassesOverWhatAMessageIsStarting() throws Exception {
        transaction.executeWithoutResult(status -> {
            assertThat(processes.deliver("order", "hold-order", List.of(order))).containsExactly(order);
            CompletableFuture.runAsync(poll::run).join();
        });

        assertThat(instances()).hasSize(1);
        poll.run();
        assertThat(instances()).hasSize(1);
    }

    @Test
    void withinACommandOfTheEngineAMessageIsRefusedUntilTheProcessHasStarted() {
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired().execute(command -> cancel()))
                .hasMessageContaining(order);

        poll.run();
        engine.getCommandExecutorTxRequired().execute(command -> cancel());
        assertThat(instances()).isEmpty();
    }

    @Test
    void whatAWorkerHadTakenWhenItWasKilledIsStartedByAnother() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    processes.startTaken(starts.takeNext(50));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(instances()).isEmpty();

        poll.run();

        assertThat(instances()).hasSize(1);
    }

    private Set<String> cancel() {
        return transaction.execute(status -> processes.deliver("order", "cancel-order", List.of(order)));
    }

    private List<ProcessInstance> instances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .processDefinitionKey("order")
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
