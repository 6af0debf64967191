package jp.otodoke.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import jp.otodoke.EngineJobs;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.Observation;
import jp.otodoke.shared.BusinessClock;
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
    private final List<Check> checks;
    private final TransactionTemplate transaction;
    private String order = "";

    @Autowired
    BrokenThingsTests(
            Given given,
            EngineJobs jobs,
            TestClock clock,
            BusinessClock business,
            JdbcClient jdbc,
            List<Check> checks,
            TransactionTemplate transaction) {
        this.given = given;
        this.jobs = jobs;
        this.clock = clock;
        this.business = business;
        this.jdbc = jdbc;
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
    void aDeletedSubscriptionIsAWaitWithoutWakeup() {
        sees(
                "wait-without-trigger",
                "order:%s:await-deposit".formatted(order),
                """
                delete from act_ru_event_subscr where activity_id_ = 'await-deposit'
                   and proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null)""",
                order);
    }

    @Test
    void aDeletedTimerIsAWaitWithoutWakeup() {
        sees(
                "wait-without-trigger",
                "order:%s:payment-limit".formatted(order),
                """
                delete from act_ru_job where handler_cfg_ = 'payment-limit'
                   and process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null)""",
                order);
    }

    @Test
    void aCallWhoseProcessIsGoneIsAWaitWithoutWakeup() {
        sees(
                "wait-without-trigger",
                "order:%s:await-payment".formatted(order),
                "update act_ru_execution set super_exec_ = null where business_key_ = ? and super_exec_ is not null",
                order);
    }

    @Test
    void anOrderThatCanNoLongerBeCancelledIsAWaitWithoutWakeup() {
        sees(
                "wait-without-trigger",
                "order:%s:cancel-arrived".formatted(order),
                """
                delete from act_ru_event_subscr where activity_id_ = 'cancel-arrived'
                   and proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null)""",
                order);
    }

    @Test
    void aDeletedJobIsAWaitWithoutWakeup() {
        var fresh = place();
        sees(
                "wait-without-trigger",
                "order:%s:%s".formatted(fresh, "check-order"),
                """
                delete from act_ru_job
                 where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null)""",
                fresh);
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
        sees(
                "order-without-process",
                order,
                "update act_ru_execution set business_key_ = null where business_key_ = ?",
                order);
    }

    @Test
    void aProcessWhoseOrderIsOverIsSeen() {
        sees(
                "process-of-ended-order",
                order,
                "update orders set status = 'COMPLETED', status_since = status_since - interval '1 hour' where order_number = ?",
                order);
    }

    @Test
    void aRowOfTheOutboxThatNobodySendsIsSeen() {
        transaction.executeWithoutResult(broken -> {
            outbox();
            assertThat(seen("unsent")).doesNotContain("agency");

            clock.advance(Duration.ofMinutes(5));
            assertThat(seen("unsent")).contains("agency");

            jdbc.sql("update outbox_message set state = 'DONE', done_at = created_at where key = ?")
                    .param("watch-" + order)
                    .update();
            assertThat(seen("unsent")).doesNotContain("agency");
            broken.setRollbackOnly();
        });
    }

    @Test
    void aRowOfTheOutboxWithAWrongStateIsSeen() {
        transaction.executeWithoutResult(broken -> {
            outbox();
            for (var state : List.of("SEALED", "DONE")) {
                jdbc.sql("update outbox_message set state = ? where key = ?")
                        .params(state, "watch-" + order)
                        .update();
                assertThat(seen("outbox-inconsistent")).contains("watch-" + order);
            }
            broken.setRollbackOnly();
        });
    }

    @Test
    void aMessageThatIsStoredButNotBookedIsSeen() {
        transaction.executeWithoutResult(broken -> {
            var id = jdbc.sql(
                            """
                            insert into partner_message (direction, partner, type, file_name, content, sha256, business_date,
                                   state, record_count, next_record, created_at)
                            values ('IN', 'agency', 'WATCH', 'WATCH.csv', '', ?, current_date, 'DONE', 3, 1, ?) returning id""")
                    .params(order, Timestamp.from(business.instant()))
                    .query(Long.class)
                    .single();
            assertThat(seen("message-unbooked")).doesNotContain("WATCH.csv #" + id);

            clock.advance(Duration.ofMinutes(5));
            assertThat(seen("message-unbooked")).contains("WATCH.csv #" + id);

            jdbc.sql("update partner_message set next_record = 3 where id = ?")
                    .param(id)
                    .update();
            assertThat(seen("message-unbooked")).doesNotContain("WATCH.csv #" + id);
            broken.setRollbackOnly();
        });
    }

    private void outbox() {
        jdbc.sql(
                        """
                        insert into outbox_message (partner, type, key, payload, state, next_attempt_at, created_at)
                        values ('agency', 'NONE', :key, '{}', 'WAITING', :now, :now)""")
                .param("key", "watch-" + order)
                .param("now", Timestamp.from(business.instant()))
                .update();
    }

    /** Breaks it, looks, mends it, looks again. */
    private void sees(String kind, String subject, String breakIt, String parameter) {
        transaction.executeWithoutResult(broken -> {
            jdbc.sql(breakIt).param(parameter).update();
            assertThat(seen(kind)).contains(subject);
            broken.setRollbackOnly();
        });
        assertThat(seen(kind)).doesNotContain(subject);
    }

    /** What other tests left untaken for long would be seen at once. */
    private void othersBeginToWaitNow() {
        var now = Timestamp.from(business.instant());
        transaction.executeWithoutResult(
                s -> jdbc.sql("update act_ru_job set create_time_ = ?, duedate_ = null where type_ = 'message'")
                        .param(now)
                        .update());
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
    private String place() {
        return given.order(OrderMother.of(given.product(ProductMother.tea(), 100), 2)
                .paidByTransfer()
                .family("見張"));
    }

    private String status(String number) {
        return jdbc.sql("select status from orders where order_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
