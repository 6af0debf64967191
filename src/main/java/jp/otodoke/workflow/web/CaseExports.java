package jp.otodoke.workflow.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.otodoke.shared.pages.Show;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.workflow.CaseFacts;
import jp.otodoke.workflow.Cases;
import jp.otodoke.workflow.FactsOfCases;
import org.dhatim.fastexcel.Workbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exactly the filtered cases of a step as a file; who took what is kept in the audit trail. */
@Controller
class CaseExports {
    private static final List<String> COLUMNS =
            List.of("processes.case", "processes.since", "mending.yen", "processes.age", "processes.incidents");

    private final Cases cases;
    private final FactsOfCases facts;
    private final AuditTrail audit;
    private final Show show;

    CaseExports(Cases cases, FactsOfCases facts, AuditTrail audit, Show show) {
        this.cases = cases;
        this.facts = facts;
        this.audit = audit;
        this.show = show;
    }

    @GetMapping("/processes/{process}/cases.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @PathVariable String process, @RequestParam String step, CaseFilter filter) {
        var words = new Words();
        return file(step + ".csv", "text/csv;charset=UTF-8", out -> {
            // Excel reads UTF-8 only behind a byte order mark.
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            var rows = new AtomicInteger();
            try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord(words.headings);
                each(process, step, filter, words, row -> {
                    rows.incrementAndGet();
                    csv.writeRecord(row.stream().map(Objects::toString).toList());
                });
            } finally {
                note("csv", process, step, rows.get());
            }
        });
    }

    @GetMapping("/processes/{process}/cases.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @PathVariable String process, @RequestParam String step, CaseFilter filter) {
        var words = new Words();
        return file(
                step + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                out -> write(process, step, filter, words, out));
    }

    private void write(String process, String step, CaseFilter filter, Words words, OutputStream out)
            throws IOException {
        var line = new AtomicInteger();
        try (var book = new Workbook(out, "Otodoke", "1.0")) {
            var sheet = book.newWorksheet(step);
            for (int c = 0; c < words.headings.size(); c++) {
                sheet.value(0, c, words.headings.get(c));
            }
            each(process, step, filter, words, row -> {
                var at = line.incrementAndGet();
                for (int c = 0; c < row.size(); c++) {
                    if (row.get(c) instanceof Long number) {
                        sheet.value(at, c, number);
                    } else {
                        sheet.value(at, c, Objects.toString(row.get(c), ""));
                    }
                }
            });
        } finally {
            note("xlsx", process, step, line.get());
        }
    }

    /** Rows that were written, also where the reader broke off. */
    private void note(String kind, String process, String step, int rows) {
        audit.record("cases-exported", process + "/" + step, kind + " " + rows + " rows");
    }

    private void each(String process, String step, CaseFilter filter, Words words, Consumer<List<Object>> row) {
        cases.each(process, step, filter.toFilter(), some -> {
            var known = facts.of(
                    process,
                    some.stream().map(Cases.Case::key).filter(Objects::nonNull).toList());
            some.forEach(one -> row.accept(cells(one, known.get(one.key()), words)));
        });
    }

    private List<Object> cells(Cases.Case one, CaseFacts.@org.jspecify.annotations.Nullable Fact fact, Words words) {
        var cells = new ArrayList<Object>();
        cells.add(Objects.requireNonNullElse(one.key(), ""));
        cells.add(show.when(one.since()));
        cells.add(fact == null ? "" : fact.yen());
        cells.add(one.over() ? words.over : one.late() ? words.late : words.fine);
        cells.add(one.stuck() ? words.stuck : "");
        return cells;
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, String type, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    /** Looked up while the request's language is known; the file is written by another thread. */
    private final class Words {
        final List<String> headings =
                COLUMNS.stream().map(key -> show.text(key, key)).toList();
        final String over = show.text("processes.age.over", "over");
        final String late = show.text("processes.age.late", "late");
        final String fine = show.text("processes.age.fine", "fine");
        final String stuck = show.text("processes.incidents", "stuck");
    }
}
