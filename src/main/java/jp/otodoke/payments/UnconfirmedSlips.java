package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has a person ask the agency about payments by 速報 that were neither confirmed nor taken back in time. Runs on every node;
 * rows locked by another node are skipped.
 */
@Component
class UnconfirmedSlips extends RepeatedWork implements WorkInFlight {
    private static final int BATCH = 50;
    private static final String WAITING = "slip_receipt where state = 'PROVISIONAL' and asked_at is null";

    private final JdbcClient jdbc;
    private final SlipReceipts receipts;
    private final SlipTasks tasks;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final boolean active;

    UnconfirmedSlips(
            JdbcClient jdbc,
            SlipReceipts receipts,
            SlipTasks tasks,
            BusinessClock clock,
            PlatformTransactionManager transactions,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("unconfirmed-slips", Duration.ofSeconds(10), Duration.ofSeconds(10), active);
        this.jdbc = jdbc;
        this.receipts = receipts;
        this.tasks = tasks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.active = active;
    }

    @Override
    protected void repeat() {
        run();
    }

    void run() {
        try {
            while (due() && Boolean.TRUE.equals(transaction.execute(status -> ask()))) {}
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not look for unconfirmed slips; trying again", e);
        }
    }

    /** @return whether any could be locked */
    private boolean ask() {
        var ids = jdbc.sql(
                        "update slip_receipt set asked_at = :now where id in (select id from " + WAITING
                                + " and confirm_by <= :now order by confirm_by limit :batch for update skip locked) returning id")
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query(Long.class)
                .list();
        ids.forEach(id -> receipts.locked(id).ifPresent(tasks::unconfirmed));
        return !ids.isEmpty();
    }

    @Override
    public List<String> moving() {
        return active && due() ? List.of("unconfirmed slips") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("select min(confirm_by) from " + WAITING + " and confirm_by > :now")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private boolean due() {
        return jdbc.sql("select exists (select 1 from " + WAITING + " and confirm_by <= :now)")
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
