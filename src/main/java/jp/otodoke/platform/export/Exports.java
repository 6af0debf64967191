package jp.otodoke.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.personal.MaskedRecords;
import jp.otodoke.platform.personal.PersonalView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Streams a list into the response while reading it. All rules of exports are here: personal data masked as on the
 * page, headings and names in the reader's language, and an audit entry with the number of rows actually written.
 */
@Component
public class Exports {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Formats formats;
    private final PersonalView personal;
    private final MaskedRecords masked;
    private final ExportLog log;

    Exports(Formats formats, PersonalView personal, MaskedRecords masked, ExportLog log) {
        this.formats = formats;
        this.personal = personal;
        this.masked = masked;
        this.log = log;
    }

    public <T> ResponseEntity<StreamingResponseBody> csv(Table<T> table) {
        return file(table, "csv", CSV, CsvSheet::new);
    }

    public <T> ResponseEntity<StreamingResponseBody> excel(Table<T> table) {
        return file(table, "xlsx", EXCEL, (out, headings) -> new ExcelSheet(out, table.name(), headings));
    }

    private <T> ResponseEntity<StreamingResponseBody> file(
            Table<T> table, String format, String type, NewSheet newSheet) {
        // The file is written by another thread, when the request with this information has ended.
        var language = LocaleContextHolder.getLocale();
        var visible = personal.visible();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(table.name() + "." + format)
                                .build()
                                .toString())
                .body(out -> {
                    LocaleContextHolder.setLocale(language);
                    try {
                        personal.runWith(visible, () -> write(table, format, newSheet, out));
                    } finally {
                        LocaleContextHolder.resetLocaleContext();
                    }
                });
    }

    private <T> void write(Table<T> table, String format, NewSheet newSheet, OutputStream out) throws IOException {
        var rows = new AtomicLong();
        try (var sheet = newSheet.on(out, headings(table))) {
            table.rows().each(row -> {
                put(sheet, cells(table, masked.of(row)));
                rows.incrementAndGet();
            });
        } finally {
            log.taken(table.name(), format, rows.get(), table.filter());
        }
    }

    private List<String> headings(Table<?> table) {
        return table.columns().stream()
                .map(column -> formats.text(column.heading(), column.heading()))
                .toList();
    }

    private static <T> List<@Nullable Object> cells(Table<T> table, T row) {
        var cells = new ArrayList<@Nullable Object>();
        table.columns().forEach(column -> cells.add(column.cell().of(row)));
        return cells;
    }

    private static void put(Sheet sheet, List<@Nullable Object> cells) {
        try {
            sheet.row(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private interface NewSheet {
        Sheet on(OutputStream out, List<String> headings) throws IOException;
    }
}
