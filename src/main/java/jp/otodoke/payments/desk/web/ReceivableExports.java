package jp.otodoke.payments.desk.web;

import java.util.List;
import jp.otodoke.payments.OpenItem;
import jp.otodoke.payments.OpenItems;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered dues, invoices and fees. */
@Controller
class ReceivableExports {
    private final OpenItems items;
    private final Exports exports;
    private final List<Column<OpenItem>> columns;

    ReceivableExports(OpenItems items, Exports exports, Formats formats) {
        this.items = items;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("receivables.number", item -> item.number().value()),
                new Column<>("receivables.kind", item -> formats.name("receivable.kind", item.kind())),
                new Column<>("receivables.customer", OpenItem::customer),
                new Column<>("deposits.amount", item -> item.amount().amount()),
                new Column<>("receivables.taxRate", OpenItem::taxRate),
                new Column<>("order.money.open", item -> item.open().amount()),
                new Column<>("receivables.dueDate", OpenItem::dueDate),
                new Column<>("orders.status", item -> formats.name("status.payment", item.status())));
    }

    @GetMapping("/receivables/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(status, customer, sort));
    }

    @GetMapping("/receivables/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(status, customer, sort));
    }

    private Table<OpenItem> table(@Nullable String status, @Nullable String customer, @Nullable String sort) {
        var filter = new OpenItems.Filter(null, true, TextNormalizer.orNull(customer), ReceivablesPage.status(status));
        return new Table<>(
                "receivables",
                FilterText.ALL.with("status", status).with("customer", customer).text(),
                columns,
                use -> items.each(filter, sort, use));
    }
}
