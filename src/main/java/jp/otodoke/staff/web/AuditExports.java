package jp.otodoke.staff.web;

import java.util.List;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports exactly the filtered entries of the audit trail, oldest first. */
@Controller
class AuditExports {
    private final AuditList entries;
    private final Exports exports;
    private final List<Column<AuditList.Entry>> columns;

    AuditExports(AuditList entries, Exports exports, Formats formats) {
        this.entries = entries;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("audit.at", AuditList.Entry::at),
                new Column<>("audit.who", AuditList.Entry::who),
                new Column<>("audit.action", e -> formats.name("audit.action", e.action())),
                new Column<>("audit.subject.short", AuditList.Entry::subject),
                new Column<>("audit.detail", AuditList.Entry::detail));
    }

    @GetMapping("/audit/export.csv")
    ResponseEntity<StreamingResponseBody> csv(@ModelAttribute("filter") AuditFilter filter, BindingResult mistakes) {
        return exports.csv(table(filter));
    }

    @GetMapping("/audit/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(@ModelAttribute("filter") AuditFilter filter, BindingResult mistakes) {
        return exports.excel(table(filter));
    }

    private Table<AuditList.Entry> table(AuditFilter filter) {
        return new Table<>("audit", filter.inWords(), columns, use -> entries.each(filter, use));
    }
}
