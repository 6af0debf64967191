package jp.otodoke.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes with the same work: committed, as nodes see each other's locks. */
@ModuleTest
class ClusterScheduleTests {
    private static final String WORK = "cluster-schedule-tests";
    private static final Duration PAUSE = Duration.ofMinutes(150);
    private static final Duration AT_MOST = Duration.ofMinutes(450);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ClusterSchedule one;
    private final ClusterSchedule another;
    private final AtomicInteger runs = new AtomicInteger();

    @Autowired
    ClusterScheduleTests(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.one = new ClusterSchedule(jdbc, transactions);
        this.another = new ClusterSchedule(jdbc, transactions);
    }

    @BeforeEach
    @AfterEach
    void nobodyHasRun() {
        change("delete from shedlock where name = ?");
    }

    @AfterEach
    void stop() {
        one.destroy();
        another.destroy();
    }

    @Test
    void oneNodeAtATimeWorks() {
        one.once(WORK, PAUSE, AT_MOST, () -> {
            runs.incrementAndGet();
            CompletableFuture.runAsync(() -> run(another)).join();
        });

        assertThat(runs).hasValue(1);
    }

    @Test
    void theClusterPausesBetweenTwoRuns() {
        run(one);
        run(another);
        run(one);
        assertThat(runs).hasValue(1);

        change("update shedlock set lock_until = lock_until - interval '120 minutes' where name = ?");
        run(another);
        assertThat(runs).hasValue(2);
    }

    @Test
    void anotherNodeGoesOnWhenOneDiesInTheMiddle() {
        run(one);
        change("update shedlock set lock_until = timezone('utc', now()) + interval '450 minutes' where name = ?");
        run(another);
        assertThat(runs).hasValue(1);

        change("update shedlock set lock_until = lock_until - interval '450 minutes' where name = ?");
        run(another);
        assertThat(runs).hasValue(2);
    }

    private void run(ClusterSchedule node) {
        node.once(WORK, PAUSE, AT_MOST, runs::incrementAndGet);
    }

    private void change(String sql) {
        transaction.executeWithoutResult(status -> jdbc.update(sql, WORK));
    }
}
