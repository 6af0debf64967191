package jp.otodoke.desk;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.pages.Show;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.workflow.OpenTask;
import jp.otodoke.workflow.Tasks;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exactly the filtered tasks as a file; who took how many is kept in the audit trail. */
@Controller
class InboxExports {
    private static final List<String> COLUMNS = List.of(
            "inbox.number",
            "inbox.type",
            "inbox.reason",
            "inbox.orders",
            "inbox.yen",
            "inbox.group",
            "inbox.assignee",
            "inbox.created",
            "inbox.due",
            "inbox.snoozed");

    private final Tasks tasks;
    private final MyInbox mine;
    private final Colleagues people;
    private final AuditTrail audit;
    private final Show show;

    InboxExports(Tasks tasks, MyInbox mine, Colleagues people, AuditTrail audit, Show show) {
        this.tasks = tasks;
        this.mine = mine;
        this.people = people;
        this.audit = audit;
        this.show = show;
    }

    @GetMapping("/inbox/export.csv")
    ResponseEntity<StreamingResponseBody> csv(@ModelAttribute("query") InboxQuery query) {
        var filter = taken("csv", query);
        var page = page();
        return file("inbox.csv", "text/csv;charset=UTF-8", out -> {
            // Excel reads UTF-8 only behind a byte order mark.
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord(page.headings());
                tasks.each(
                        filter,
                        query.order(),
                        task -> csv.writeRecord(page.cells(task).stream()
                                .map(InboxExports::harmless)
                                .toList()));
            }
        });
    }

    @GetMapping("/inbox/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(@ModelAttribute("query") InboxQuery query) {
        var filter = taken("xlsx", query);
        var page = page();
        return file(
                "inbox.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                out -> write(filter, query.order(), page, out));
    }

    private void write(Tasks.Filter filter, String sort, Sheet page, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Otodoke", "1.0")) {
            var sheet = book.newWorksheet("inbox");
            for (int c = 0; c < page.headings().size(); c++) {
                sheet.value(0, c, page.headings().get(c));
            }
            var line = new AtomicInteger();
            tasks.each(filter, sort, task -> {
                var at = line.incrementAndGet();
                var cells = page.cells(task);
                for (int c = 0; c < cells.size(); c++) {
                    if (cells.get(c) instanceof Long number) {
                        sheet.value(at, c, number);
                    } else {
                        sheet.value(at, c, Objects.toString(cells.get(c), ""));
                    }
                }
            });
        }
    }

    private Tasks.Filter taken(String kind, InboxQuery query) {
        var filter = mine.filter(query);
        audit.record("inbox-exported", kind, tasks.count(filter) + " rows; " + query.text());
        return filter;
    }

    /** The words are looked up before the file is written: the writing thread knows no language. */
    private Sheet page() {
        var locale = org.springframework.context.i18n.LocaleContextHolder.getLocale();
        return new Sheet(
                COLUMNS.stream().map(key -> show.text(key, key)).toList(), people.names(), new Language(show, locale));
    }

    /** A cell that begins like a formula would be run by a spreadsheet. */
    private static String harmless(@Nullable Object value) {
        var text = Objects.toString(value, "");
        return text.matches("(?s)[=+@\\-\t].*") ? "'" + text : text;
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, String type, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    private record Language(Show show, java.util.Locale locale) {
        String title(String type) {
            org.springframework.context.i18n.LocaleContextHolder.setLocale(locale);
            return show.text("task." + type + ".title", type);
        }

        String of(Words reason) {
            return reason.in(locale);
        }

        String group(String group) {
            return show.name("group", group);
        }

        String when(@Nullable Object moment) {
            return show.when(moment);
        }
    }

    private record Sheet(List<String> headings, Colleagues.Names names, Language words) {
        List<@Nullable Object> cells(OpenTask task) {
            var cells = new java.util.ArrayList<@Nullable Object>();
            cells.add(task.id());
            cells.add(words.title(task.type()));
            cells.add(words.of(task.reason()));
            cells.add(String.join(" ", task.orderNumbers()));
            cells.add(task.yen());
            cells.add(words.group(task.group()));
            cells.add(names.of(task.assignee()));
            cells.add(words.when(task.createdAt()));
            cells.add(words.when(task.dueAt()));
            cells.add(words.when(task.snoozedUntil()));
            return cells;
        }
    }
}
