package jp.otodoke.staff;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals new entries of the audit trail, each together with the previous seal; one node at a time. The latest seal
 * is logged from time to time: kept elsewhere, it reveals even that the end of the trail was cut off.
 */
@Component
public class SealAudit implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(SealAudit.class);
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LOG_INTERVAL = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "audit-seal");
        thread.setDaemon(true);
        return thread;
    });

    SealAudit(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        every(PAUSE, this::seal);
        every(LOG_INTERVAL, () -> log.info("Audit trail sealed up to {}", head()));
    }

    /** Seals everything that is waiting. */
    public void seal() {
        while (transaction.execute(status -> sealSome()) == BATCH) {
            // more is waiting
        }
    }

    /** Number and hash of the latest seal. */
    public Head head() {
        return jdbc.sql("select no, hash from audit_seal order by no desc limit 1")
                .query(Head.class)
                .optional()
                .orElse(new Head(0, ""));
    }

    private Integer sealSome() {
        return jdbc.sql("select seal_audit(?)")
                .param(BATCH)
                .query(Integer.class)
                .single();
    }

    private void every(Duration pause, Runnable work) {
        scheduler.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        // The next run tries again; until then the entries wait.
                        log.warn("Audit trail not sealed: {}", e.toString());
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        scheduler.shutdownNow();
    }

    public record Head(long no, String hash) {}
}
