package jp.otodoke.workflow;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.data.KeptPlans;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.workflow.QueuedStarts.QueuedStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts queued processes, some in one transaction. If that fails, each is started alone; one that fails alone starts at the
 * beginning of its process, whose first step is a job: what fails there again is retried and becomes an incident.
 */
@Component
class StartQueued {
    private static final Logger log = LoggerFactory.getLogger(StartQueued.class);
    private static final int PROCESSES = 50;

    private final QueuedStarts starts;
    private final Processes processes;
    private final KeptPlans plans;
    private final RetryOnConflict retryOnConflict;
    private final TransactionTemplate transaction;

    StartQueued(
            QueuedStarts starts,
            Processes processes,
            KeptPlans plans,
            RetryOnConflict retryOnConflict,
            PlatformTransactionManager transactions) {
        this.starts = starts;
        this.processes = processes;
        this.plans = plans;
        this.retryOnConflict = retryOnConflict;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Starts the first in line.
     *
     * @return whether there may be more that can be started at once
     */
    boolean next() {
        var taken = new ArrayList<QueuedStart>();
        try {
            transaction.executeWithoutResult(status -> {
                taken.addAll(starts.takeNext(PROCESSES));
                plans.use();
                processes.startTaken(taken);
            });
        } catch (RuntimeException e) {
            log.info(
                    "Starting {} processes one by one, as together they could not be started: {}",
                    taken.size(),
                    e.getMessage());
            taken.forEach(this::alone);
        }
        return taken.size() == PROCESSES;
    }

    private void alone(QueuedStart start) {
        try {
            retryOnConflict.inTransaction(() -> {
                processes.startTaken(stillQueued(start));
                return true;
            });
        } catch (RuntimeException e) {
            if (retryOnConflict.isConflict(e)) {
                log.info("The process of {} starts later: {}", start.businessKey(), e.getMessage());
            } else {
                log.warn("The process of {} starts at its beginning, as it failed at {}", name(start), start.step(), e);
                atTheBeginning(start);
            }
        }
    }

    private void atTheBeginning(QueuedStart start) {
        try {
            transaction.executeWithoutResult(status -> processes.start(
                    start.process(),
                    stillQueued(start).stream().map(QueuedStart::businessKey).toList()));
        } catch (RuntimeException e) {
            log.error("The process of {} can't be started; it is tried again", name(start), e);
            transaction.executeWithoutResult(status -> starts.failed(start));
        }
    }

    /** It may have been started by a message meanwhile. */
    private List<QueuedStart> stillQueued(QueuedStart start) {
        return starts.take(start.process(), List.of(start.businessKey()));
    }

    private static String name(QueuedStart start) {
        return start.process() + " " + start.businessKey();
    }
}
