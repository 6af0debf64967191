package jp.otodoke.documents;

import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops a batch after the document that is being issued; what was issued stays. */
@Component
public class StopDocumentBatch {
    private final JdbcClient jdbc;
    private final DocumentBatches batches;
    private final BusinessClock clock;

    StopDocumentBatch(JdbcClient jdbc, DocumentBatches batches, BusinessClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** @throws Refusal if there is none (not found), or it has ended (conflict) */
    @Transactional
    public void stop(long batch, String by) {
        batches.get(batch);
        var stopped = jdbc.sql(
                        """
                        update document_batch set state = 'STOPPED', ended_by = :by, ended_at = :now
                         where id = :batch and state = 'RUNNING'
                        """)
                .param("batch", batch)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (stopped == 0) {
            throw Refusal.conflict("document.batch.ended", batch);
        }
    }
}
