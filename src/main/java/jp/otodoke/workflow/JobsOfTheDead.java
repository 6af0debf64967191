package jp.otodoke.workflow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Gives back the jobs that a node had taken when it died; otherwise they would wait until its claim runs
 * out. A node is alive as long as its session holds an advisory lock on its name, which the database
 * drops with the session. It is held before the engine takes its first job.
 */
@Component("jobsOfTheDead")
@DependsOnDatabaseInitialization
class JobsOfTheDead implements InitializingBean, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(JobsOfTheDead.class);
    private static final long LOOK_EVERY_SECONDS = 3;
    private static final String LIVE = "select pg_advisory_lock(hashtextextended(?, 0))";
    private static final String FREE =
            """
            update act_ru_job j set lock_owner_ = null, lock_exp_time_ = null
             where j.lock_owner_ is not null
               and not exists (select 1 from pg_locks l
                                where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                                  and l.database = (select oid from pg_database where datname = current_database())
                                  and (l.classid::bigint << 32) | l.objid::bigint = hashtextextended(j.lock_owner_, 0))
            """;

    private final DataSource database;
    private final JobExecutor executor;
    private final boolean active;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "jobs-of-the-dead"));
    private @Nullable Connection life;

    JobsOfTheDead(DataSource database, JobExecutor executor, @Value("${otodoke.jobs.active:true}") boolean active) {
        this.database = database;
        this.executor = executor;
        this.active = active;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        if (active) {
            live();
            watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Takes the lock, again where the session was lost. */
    private Connection live() throws SQLException {
        var held = life;
        if (held != null && held.isValid(1)) {
            return held;
        }
        close(held);
        var session = database.getConnection();
        session.setAutoCommit(true);
        try (var statement = session.prepareStatement(LIVE)) {
            statement.setString(1, executor.getLockOwner());
            statement.execute();
        }
        life = session;
        return session;
    }

    private void look() {
        try (var statement = live().createStatement()) {
            int freed = statement.executeUpdate(FREE);
            if (freed > 0) {
                log.info("Another node died with {} jobs in hand; they go on", freed);
                executor.jobWasAdded();
            }
        } catch (SQLException e) {
            log.warn("Jobs of dead nodes could not be looked for; trying again: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        watch.shutdownNow();
        watch.awaitTermination(5, TimeUnit.SECONDS);
        close(life);
        life = null;
    }

    /** A session that goes back to the pool must not keep the lock. */
    private static void close(@Nullable Connection session) {
        if (session == null) {
            return;
        }
        try (session;
                var statement = session.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            log.debug("The session was lost", e);
        }
    }
}
