package jp.otodoke.documents;

import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The batches, the last first. */
@Component
public class DocumentBatches {
    private static final String BATCHES =
            """
            select b.id, b.kind, b.from_day, b.to_day, b.state, b.begun_by, b.begun_at, b.ended_by, b.ended_at,
                   i.total, i.issued, i.refused
              from document_batch b cross join lateral (
                   select count(*) as total, count(document_id) as issued, count(problem) as refused
                     from document_batch_item where batch_id = b.id) i
            """;

    private final JdbcClient jdbc;

    DocumentBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<DocumentBatch> list(int offset, int limit) {
        return jdbc.sql(BATCHES + " order by b.id desc offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(DocumentBatch.class)
                .list();
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from document_batch").query(Long.class).single();
    }

    @Transactional(readOnly = true)
    public Optional<DocumentBatch> find(long id) {
        return jdbc.sql(BATCHES + " where b.id = :id")
                .param("id", id)
                .query(DocumentBatch.class)
                .optional();
    }

    /** @throws Refusal if there is none */
    @Transactional(readOnly = true)
    public DocumentBatch get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("document.batch.not-found", id));
    }

    /** For what no document could be issued, and why. */
    @Transactional(readOnly = true)
    public List<Problem> problems(long batch) {
        return jdbc.sql(
                        """
                        select subject, problem, problem_en from document_batch_item
                         where batch_id = :batch and problem is not null order by position
                        """)
                .param("batch", batch)
                .query((row, n) -> new Problem(row.getString(1), new BilingualText(row.getString(2), row.getString(3))))
                .list();
    }

    /** Ids of what was issued, in the order of printing. */
    List<Long> issued(long batch) {
        return jdbc.sql(
                        """
                        select document_id from document_batch_item
                         where batch_id = :batch and document_id is not null order by position
                        """)
                .param("batch", batch)
                .query(Long.class)
                .list();
    }

    /** @param subject number of the shipment, order, statement invoice or customer */
    public record Problem(String subject, BilingualText why) {}
}
