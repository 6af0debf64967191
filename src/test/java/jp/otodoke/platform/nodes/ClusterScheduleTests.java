package jp.otodoke.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.Elapsed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Two nodes with the same work: committed, as nodes see each other's locks. */
@ModuleTest
class ClusterScheduleTests {
    private static final String WORK = "cluster-schedule-tests";
    private static final Duration PAUSE = Duration.ofMinutes(150);
    private static final Duration AT_MOST = Duration.ofMinutes(450);

    private final Elapsed elapsed;
    private final ClusterSchedule one;
    private final ClusterSchedule another;
    private final AtomicInteger runs = new AtomicInteger();

    @Autowired
    ClusterScheduleTests(JdbcTemplate jdbc, PlatformTransactionManager transactions, Elapsed elapsed) {
        this.elapsed = elapsed;
        this.one = new ClusterSchedule(jdbc, transactions);
        this.another = new ClusterSchedule(jdbc, transactions);
    }

    @BeforeEach
    @AfterEach
    void nobodyHasRun() {
        elapsed.neverLocked(WORK);
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

        elapsed.lockedFor(WORK, Duration.ofMinutes(120));
        run(another);
        assertThat(runs).hasValue(2);
    }

    @Test
    void anotherNodeGoesOnWhenOneDiesInTheMiddle() {
        run(one);
        elapsed.lockedNow(WORK, AT_MOST);
        run(another);
        assertThat(runs).hasValue(1);

        elapsed.lockedFor(WORK, AT_MOST);
        run(another);
        assertThat(runs).hasValue(2);
    }

    private void run(ClusterSchedule node) {
        node.once(WORK, PAUSE, AT_MOST, runs::incrementAndGet);
    }
}
