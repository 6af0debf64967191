package jp.otodoke.staff;

import jp.otodoke.platform.export.ExportLog;
import org.springframework.stereotype.Component;

/** Records every export with its number of rows. */
@Component
class ExportAudit implements ExportLog {
    private final AuditTrail audit;

    ExportAudit(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public void taken(String list, String format, long rows, String filter) {
        audit.record(list + "-exported", format, "rows=" + rows + (filter.isEmpty() ? "" : " " + filter));
    }
}
