package jp.otodoke.documents;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.platform.data.FollowUps;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a batch, on which {@link RunDocumentBatches} works. One batch takes so many; the next one goes on behind it. */
@Component
public class BeginDocumentBatch {
    private final JdbcClient jdbc;
    private final DocumentsToIssue toIssue;
    private final RenderPdf renderPdf;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final FollowUps followUps;
    private final int most;
    private final Consumer<Collection<Long>> workOnThem;

    BeginDocumentBatch(
            JdbcClient jdbc,
            DocumentsToIssue toIssue,
            RenderPdf renderPdf,
            AuditTrail audit,
            BusinessClock clock,
            FollowUps followUps,
            RunDocumentBatches runBatches,
            @Value("${otodoke.documents.batch-size}") int most) {
        this.jdbc = jdbc;
        this.toIssue = toIssue;
        this.renderPdf = renderPdf;
        this.audit = audit;
        this.clock = clock;
        this.followUps = followUps;
        this.most = most;
        // The other nodes join at their next look.
        this.workOnThem = batches -> runBatches.runNow();
    }

    /**
     * @return its number
     * @throws Refusal if there is nothing left to issue, or no font has Japanese characters (conflict)
     */
    @Transactional
    public long begin(BatchScope scope, String by) {
        renderPdf.requireFont();
        var subjects = toIssue.next(scope, most);
        if (subjects.isEmpty()) {
            throw Refusal.conflict("document.batch.nothing");
        }
        var batch = jdbc.sql(
                        """
                        insert into document_batch (kind, from_day, to_day, state, begun_by, begun_at)
                        values (:kind, :from, :to, 'RUNNING', :by, :now) returning id
                        """)
                .param("kind", scope.kind().name())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        jdbc.sql(
                        """
                        insert into document_batch_item (batch_id, position, subject)
                        select :batch, s.position, s.subject from unnest(:subjects::text[]) with ordinality s(subject, position)
                        """)
                .param("batch", batch)
                .param("subjects", subjects.toArray(String[]::new))
                .update();
        audit.record("document-batch-begun", String.valueOf(batch), scope.kind() + " " + subjects.size());
        followUps.afterCommit(workOnThem, List.of(batch));
        return batch;
    }
}
