package jp.otodoke.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.otodoke.EngineJobs;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.partners.exchange.Outbox;
import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.Observation;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each thing that the engine would never notice is broken in a transaction that is rolled back: the watch sees it while
 * it is broken, and no more once it is whole again. The engine's jobs do not run here at all.
 */
@OtodokeTest
class BrokenThingsTests {
    private final Given given;
    private final EngineJobs jobs;
    private final TestClock clock;
    private final BusinessClock business;
    private final JdbcClient jdbc;
    private final Corrupt corrupt;
    private final Elapsed elapsed;
    private final Outbox outbox;
    private final List<Check> checks;
    private final TransactionTemplate transaction;
    private OrderNumber order = OrderNumber.of("A0");

    @Autowired
    BrokenThingsTests(
            Given given,
            EngineJobs jobs,
            TestClock clock,
            BusinessClock business,
            JdbcClient jdbc,
            Corrupt corrupt,
            Elapsed elapsed,
            Outbox outbox,
            List<Check> checks,
            TransactionTemplate transaction) {
        this.given = given;
        this.jobs = jobs;
        this.clock = clock;
        this.business = business;
        this.jdbc = jdbc;
        this.corrupt = corrupt;
        this.elapsed = elapsed;
        this.outbox = outbox;
        this.checks = checks;
        this.transaction = transaction;
    }

    @BeforeEach
    void anOrderWaitsForItsMoney() {
        clock.set("2026-11-26T07:00:00+09:00");
        order = place();
        jobs.run(order);
        assertThat(status(order)).isEqualTo("AWAITING_PAYMENT");
        clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void aDeletedSubscriptionIsAWaitWithoutTrigger() {
        sees(
                "wait-without-trigger",
                "order:%s:await-deposit".formatted(order),
                () -> corrupt.subscriptionGone(order.value(), "await-deposit"));
    }

    @Test
    void aDeletedTimerIsAWaitWithoutTrigger() {
        sees(
                "wait-without-trigger",
                "order:%s:payment-limit".formatted(order),
                () -> corrupt.timerGone(order.value(), "payment-limit"));
    }

    @Test
    void aCallWhoseProcessIsGoneIsAWaitWithoutTrigger() {
        sees("wait-without-trigger", "order:%s:await-payment".formatted(order), () -> corrupt.callCut(order.value()));
    }

    @Test
    void anOrderThatCanNoLongerBeCancelledIsAWaitWithoutTrigger() {
        sees(
                "wait-without-trigger",
                "order:%s:cancel-arrived".formatted(order),
                () -> corrupt.subscriptionGone(order.value(), "cancel-arrived"));
    }

    @Test
    void aDeletedJobIsAWaitWithoutTrigger() {
        var fresh = place();
        sees(
                "wait-without-trigger",
                "order:%s:%s".formatted(fresh, "check-order"),
                () -> corrupt.jobsGone(fresh.value()));
    }

    @Test
    void aJobThatNobodyTakesIsSeenAfterMinutes() {
        var fresh = place();
        othersBeginToWaitNow();
        assertThat(seen("step-not-taken")).doesNotContain("order/check-order");

        clock.advance(Duration.ofMinutes(4));
        assertThat(seen("step-not-taken")).contains("order/check-order");
    }

    @Test
    void anOverdueTimerIsSeenWhileNoExecutorRuns() {
        assertThat(seen("timer-overdue")).doesNotContain("secure-payment/await-deposit");

        clock.advance(Duration.ofDays(30));
        assertThat(seen("timer-overdue")).contains("secure-payment/await-deposit");
    }

    @Test
    void anOrderWhoseProcessIsGoneIsSeen() {
        sees("order-without-process", order.value(), () -> corrupt.businessKeyLost(order.value()));
    }

    @Test
    void aProcessWhoseOrderIsOverIsSeen() {
        sees("process-of-ended-order", order.value(), () -> corrupt.orderCompleted(order.value()));
    }

    @Test
    void aRowOfTheOutboxThatNobodySendsIsSeen() {
        transaction.executeWithoutResult(broken -> {
            outbox();
            assertThat(seen("unsent")).doesNotContain("agency");

            clock.advance(Duration.ofMinutes(5));
            assertThat(seen("unsent")).contains("agency");

            corrupt.outboxDone("watch-" + order);
            assertThat(seen("unsent")).doesNotContain("agency");
            broken.setRollbackOnly();
        });
    }

    @Test
    void aRowOfTheOutboxWithAWrongStateIsSeen() {
        transaction.executeWithoutResult(broken -> {
            outbox();
            for (var state : List.of("SEALED", "DONE")) {
                corrupt.outboxState("watch-" + order, state);
                assertThat(seen("outbox-inconsistent")).contains("watch-" + order);
            }
            broken.setRollbackOnly();
        });
    }

    @Test
    void aMessageThatIsStoredButNotBookedIsSeen() {
        transaction.executeWithoutResult(broken -> {
            var id = elapsed.fileLeftUnbooked("agency", "WATCH.csv", order.value(), business.instant());
            assertThat(seen("message-unbooked")).doesNotContain("WATCH.csv #" + id);

            clock.advance(Duration.ofMinutes(5));
            assertThat(seen("message-unbooked")).contains("WATCH.csv #" + id);

            corrupt.bookedRecords(id, 3);
            assertThat(seen("message-unbooked")).doesNotContain("WATCH.csv #" + id);
            broken.setRollbackOnly();
        });
    }

    @Test
    void aMessageToACaseThatNobodyDeliversIsSeenAfterMinutes() {
        transaction.executeWithoutResult(broken -> {
            elapsed.killedBeforeWaking("order", order.value(), "payment-secured");
            assertThat(seen("message-not-delivered")).doesNotContain("order/payment-secured");

            elapsed.messagesWaitingFor(Duration.ofMinutes(4));
            assertThat(seen("message-not-delivered")).contains("order/payment-secured");
            broken.setRollbackOnly();
        });
    }

    @Test
    void aProcessThatNobodyStartsIsSeenAfterMinutesWhileItIsFirstInLine() {
        transaction.executeWithoutResult(broken -> {
            elapsed.queued("order", "await-ship-day", "A1", Duration.ofMinutes(4));
            elapsed.queued("order", "await-ship-day", "A2", Duration.ofMinutes(4));
            assertThat(seen("process-not-started")).contains("order/A1").doesNotContain("order/A2");
            assertThat(seen("process-starts-late")).doesNotContain("order");

            elapsed.noLongerQueued("A1");
            assertThat(seen("process-not-started")).contains("order/A2");
            elapsed.queued("order", "await-ship-day", "A3", Duration.ofMinutes(31));
            assertThat(seen("process-starts-late")).contains("order");
            broken.setRollbackOnly();
        });
    }

    private void outbox() {
        outbox.add("agency", "NONE", "watch-" + order, null, Map.of());
    }

    /** Breaks it, looks, mends it, looks again. */
    private void sees(String kind, String subject, Runnable corruption) {
        transaction.executeWithoutResult(broken -> {
            corruption.run();
            assertThat(seen(kind)).contains(subject);
            broken.setRollbackOnly();
        });
        assertThat(seen(kind)).doesNotContain(subject);
    }

    /** What other tests left untaken for long would be seen at once. */
    private void othersBeginToWaitNow() {
        elapsed.jobsWaitingSince(business.instant());
    }

    private List<String> seen(String kind) {
        return observe(kind).stream().map(Observation::subject).toList();
    }

    private List<Observation> observe(String kind) {
        var seen = transaction.execute(s -> checks.stream()
                .filter(w -> w.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .observe());
        return seen == null ? List.of() : seen;
    }

    /** Two jars of tea, to be paid by bank transfer. */
    private OrderNumber place() {
        return given.order(OrderMother.of(given.product(ProductMother.tea(), 100), 2)
                .paidByTransfer()
                .family("見張"));
    }

    private String status(OrderNumber number) {
        return jdbc.sql("select status from orders where order_number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }
}
