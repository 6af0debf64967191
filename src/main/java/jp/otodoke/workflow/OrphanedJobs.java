package jp.otodoke.workflow;

import java.time.Duration;
import jp.otodoke.platform.clock.RepeatedWork;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Unlocks the jobs of a node that has died, which would otherwise wait until their lock expires. */
@Component
class OrphanedJobs extends RepeatedWork {
    private static final Logger log = LoggerFactory.getLogger(OrphanedJobs.class);
    private static final long POLL_SECONDS = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JobExecutor executor;

    OrphanedJobs(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JobExecutor executor,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("orphaned-jobs", Duration.ZERO, Duration.ofSeconds(POLL_SECONDS), active);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.executor = executor;
    }

    @Override
    protected void repeat() {
        poll();
    }

    private void poll() {
        try {
            transaction.executeWithoutResult(status -> free());
        } catch (RuntimeException e) {
            log.warn("Could not look for jobs of dead nodes; trying again: {}", e.getMessage());
        }
    }

    private void free() {
        int freed = jdbc.sql(
                        """
                        update act_ru_job set lock_owner_ = null, lock_exp_time_ = null
                         where lock_owner_ in (select owner from (select distinct lock_owner_ as owner from act_ru_job
                                                                   where lock_owner_ is not null) owners
                                                where not node_lives(owner))""")
                .update();
        if (freed > 0) {
            log.info("Unlocked {} jobs of a dead node", freed);
            executor.jobWasAdded();
        }
    }
}
