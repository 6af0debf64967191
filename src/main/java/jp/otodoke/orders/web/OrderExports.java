package jp.otodoke.orders.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.shared.pages.Show;
import jp.otodoke.shared.personal.Mask;
import jp.otodoke.shared.personal.PersonalView;
import jp.otodoke.staff.AuditTrail;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exactly the filtered orders as a file; who took what is kept in the audit trail. */
@Controller
class OrderExports {
    private static final List<String> COLUMNS = List.of(
            "orders.number",
            "orders.status",
            "orders.orderedAt",
            "orders.channel",
            "orders.channelOrderId",
            "orders.customer",
            "orders.buyer",
            "orders.phone",
            "orders.goods",
            "orders.pieces",
            "orders.total",
            "orders.method",
            "orders.delivery",
            "orders.shipDay");

    private final OrderList orders;
    private final AuditTrail audit;
    private final Show show;
    private final PersonalView personal;

    OrderExports(OrderList orders, AuditTrail audit, Show show, PersonalView personal) {
        this.orders = orders;
        this.audit = audit;
        this.show = show;
        this.personal = personal;
    }

    @GetMapping("/orders/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute("filter") OrderFilter filter,
            BindingResult mistakes,
            @RequestParam(required = false) @Nullable String sort) {
        var headings = headings();
        var visible = personal.may();
        return file("orders.csv", "text/csv;charset=UTF-8", out -> {
            // Excel reads UTF-8 only behind a byte order mark.
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            var rows = new AtomicInteger();
            try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord(headings);
                orders.each(filter, sort, row -> {
                    rows.incrementAndGet();
                    csv.writeRecord(
                            cells(row, visible).stream().map(OrderExports::text).toList());
                });
            } finally {
                note("csv", rows.get(), filter);
            }
        });
    }

    @GetMapping("/orders/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @ModelAttribute("filter") OrderFilter filter,
            BindingResult mistakes,
            @RequestParam(required = false) @Nullable String sort) {
        var headings = headings();
        var visible = personal.may();
        return file(
                "orders.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                out -> write(filter, sort, headings, visible, out));
    }

    private void write(
            OrderFilter filter, @Nullable String sort, List<String> headings, boolean visible, OutputStream out)
            throws IOException {
        var line = new AtomicInteger();
        try (var book = new Workbook(out, "Otodoke", "1.0")) {
            var sheet = book.newWorksheet("orders");
            for (int c = 0; c < headings.size(); c++) {
                sheet.value(0, c, headings.get(c));
            }
            orders.each(filter, sort, row -> {
                var at = line.incrementAndGet();
                var cells = cells(row, visible);
                for (int c = 0; c < cells.size(); c++) {
                    if (cells.get(c) instanceof Long number) {
                        sheet.value(at, c, number);
                    } else {
                        sheet.value(at, c, Objects.toString(cells.get(c), ""));
                    }
                }
            });
        } finally {
            note("xlsx", line.get(), filter);
        }
    }

    private void note(String format, int rows, OrderFilter filter) {
        audit.record("orders-exported", format, rows + " " + filter.inWords());
    }

    private List<String> headings() {
        return COLUMNS.stream().map(key -> show.text(key, key)).toList();
    }

    private List<@Nullable Object> cells(OrderRow row, boolean visible) {
        var cells = new java.util.ArrayList<@Nullable Object>();
        cells.add(row.number());
        cells.add(row.status());
        cells.add(show.when(row.orderedAt()));
        cells.add(row.channel());
        cells.add(row.channelOrderId());
        cells.add(row.customer());
        cells.add(visible ? row.buyer() : Mask.name(row.buyer()));
        cells.add(visible ? row.phone() : Mask.phone(row.phone()));
        cells.add(row.goods());
        cells.add(row.pieces());
        cells.add(row.total());
        cells.add(row.method());
        cells.add(row.delivery());
        cells.add(row.shipDay());
        return cells;
    }

    /** A cell that begins like a formula would be run by a spreadsheet. */
    private static String text(@Nullable Object value) {
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
}
