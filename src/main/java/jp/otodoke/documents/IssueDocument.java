package jp.otodoke.documents;

import java.util.List;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues a document within the caller's transaction. One that says the same as the last is that one; one that says something else says
 * which it corrects. Receipts are issued again, and say so.
 */
@Component
class IssueDocument {
    private static final int LOCK = 7_402;

    private final NameLocks locks;
    private final DocumentArchive archive;
    private final WritePaper writePaper;
    private final AuditTrail audit;
    private final BusinessClock clock;

    IssueDocument(
            NameLocks locks, DocumentArchive archive, WritePaper writePaper, AuditTrail audit, BusinessClock clock) {
        this.locks = locks;
        this.archive = archive;
        this.writePaper = writePaper;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return its id */
    long issue(Draft draft) {
        var kind = draft.kind();
        locks.lock(LOCK, List.of(kind + ":" + draft.subject()));
        var before = archive.latest(kind, draft.subject()).orElse(null);
        if (before != null && !kind.countsIssues() && before.says(draft)) {
            return before.id();
        }
        return add(
                draft,
                before == null || kind.countsIssues() ? null : before.number(),
                kind == DocumentKind.RECEIPT
                        ? archive.first(kind, draft.subject()).orElse(null)
                        : null);
    }

    private long add(Draft draft, @Nullable String corrects, @Nullable String reissueOf) {
        var number = archive.nextNumber(draft.kind());
        var html = writePaper.write(
                draft.kind(), draft.paper(), new WritePaper.Heading(number, clock.today(), corrects, reissueOf));
        var id = archive.add(draft, number, corrects, reissueOf != null, html);
        audit.record("document-issued", number, draft.kind().name());
        return id;
    }
}
