package jp.otodoke.platform.nodes;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Repeats work on one node of the cluster at a time, whichever is free, on threads of its own. */
@Component
public class ClusterSchedule implements DisposableBean {
    private static final int THREADS = 2;

    private final LockingTaskExecutor locks;
    private final ThreadPoolTaskScheduler scheduler;

    ClusterSchedule(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.locks = new DefaultLockingTaskExecutor(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(jdbc)
                        .withTransactionManager(transactions)
                        .usingDbTime()
                        .build()));
        this.scheduler = scheduler();
    }

    private static ThreadPoolTaskScheduler scheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setThreadNamePrefix("cluster-");
        scheduler.setDaemon(true);
        scheduler.initialize();
        return scheduler;
    }

    /**
     * @param name the same on all nodes
     * @param pause between two runs in the cluster
     * @param atMost how long a node that dies during a run blocks the others; longer than any run
     */
    public ScheduledFuture<?> every(String name, Duration pause, Duration atMost, Runnable work) {
        return scheduler.scheduleWithFixedDelay(
                () -> once(name, pause, atMost, work),
                scheduler.getClock().instant().plus(pause),
                pause);
    }

    /** Runs the work unless another node does, or did so within the pause. */
    void once(String name, Duration pause, Duration atMost, Runnable work) {
        // Slightly less than the pause, or the node that ran last would always be too early.
        var atLeast = pause.multipliedBy(4).dividedBy(5);
        locks.executeWithLock(work, new LockConfiguration(ClockProvider.now(), name, atMost, atLeast));
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }
}
