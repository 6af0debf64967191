package jp.otodoke.documents;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Works on the batches, a document in a transaction: whoever works on a batch keeps it locked, so that nodes take turns and one that dies
 * leaves the rest to the others.
 */
@Component
class RunDocumentBatches extends RepeatedWork implements WorkInFlight {
    private static final Logger LOG = LoggerFactory.getLogger(RunDocumentBatches.class);

    private final IssueBatchItem issueItem;
    private final RetryOnConflict retryOnConflict;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final boolean active;

    RunDocumentBatches(
            IssueBatchItem issueItem,
            RetryOnConflict retryOnConflict,
            JdbcClient jdbc,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("documents", Duration.ofSeconds(2), Duration.ofSeconds(2), active);
        this.issueItem = issueItem;
        this.retryOnConflict = retryOnConflict;
        this.jdbc = jdbc;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.error("Could not work on the batches of documents; trying again", e);
        }
    }

    @Override
    public List<String> moving() {
        return active && running() ? List.of("batch of documents") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Works until nothing is left, or another node works on the rest. */
    void run() {
        while (!Thread.currentThread().isInterrupted() && step()) {}
    }

    /** @return whether something was done */
    boolean step() {
        var next = retryOnConflict.inTransaction(this::next);
        if (next.isEmpty()) {
            return retryOnConflict.inTransaction(this::endFinished);
        }
        try {
            return retryOnConflict.inTransaction(() -> {
                if (take(next.get())) {
                    var item = next.get();
                    done(item, issueItem.issue(item.kind, item.subject, item.from, item.to), null);
                }
                return true;
            });
        } catch (Refusal no) {
            return refuse(next.get(), no.words());
        } catch (RuntimeException fault) {
            if (retryOnConflict.isConflict(fault)) {
                throw fault;
            }
            LOG.error("Could not issue a {} of batch {}", next.get().kind, next.get().batch, fault);
            return refuse(next.get(), BilingualText.of("document.batch.fault"));
        }
    }

    private boolean refuse(Item item, BilingualText why) {
        return retryOnConflict.inTransaction(() -> {
            if (take(item)) {
                done(item, null, why);
            }
            return true;
        });
    }

    private boolean running() {
        return jdbc.sql("select exists (select 1 from document_batch where state = 'RUNNING')")
                .query(Boolean.class)
                .single();
    }

    private Optional<Item> next() {
        return jdbc.sql(
                        """
                        select b.id, i.position, b.kind, i.subject, b.from_day, b.to_day
                          from document_batch b join document_batch_item i on i.batch_id = b.id and i.done_at is null
                         where b.state = 'RUNNING' order by b.id, i.position limit 1 for update of b skip locked
                        """)
                .query((row, n) -> new Item(
                        row.getLong(1),
                        row.getInt(2),
                        DocumentKind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)))
                .optional();
    }

    /** Whether it is still to be done, by nobody else. */
    private boolean take(Item item) {
        return !jdbc.sql(
                        """
                        select b.id from document_batch b join document_batch_item i on i.batch_id = b.id
                         where b.id = :batch and i.position = :position and b.state = 'RUNNING' and i.done_at is null for update of b, i
                        """)
                .param("batch", item.batch)
                .param("position", item.position)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    private void done(Item item, @Nullable Long document, @Nullable BilingualText problem) {
        jdbc.sql(
                        """
                        update document_batch_item set document_id = :document, problem = :problem, problem_en = :english, done_at = :now
                         where batch_id = :batch and position = :position
                        """)
                .param("document", document)
                .param("problem", problem == null ? null : problem.japanese())
                .param("english", problem == null ? null : problem.english())
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", item.batch)
                .param("position", item.position)
                .update();
    }

    private boolean endFinished() {
        return jdbc.sql(
                                """
                                update document_batch b set state = 'DONE', ended_at = :now
                                 where state = 'RUNNING'
                                   and not exists (select 1 from document_batch_item i where i.batch_id = b.id and i.done_at is null)
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private record Item(long batch, int position, DocumentKind kind, String subject, LocalDate from, LocalDate to) {}
}
