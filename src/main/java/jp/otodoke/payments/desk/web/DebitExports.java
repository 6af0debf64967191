package jp.otodoke.payments.desk.web;

import java.util.List;
import jp.otodoke.payments.DirectDebit;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.payments.Mandate;
import jp.otodoke.payments.Mandates;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered mandates, and the cycles of direct debits. */
@Controller
class DebitExports {
    private final Mandates mandates;
    private final DirectDebits directDebits;
    private final Exports exports;
    private final List<Column<Mandate>> columns;
    private final List<Column<DirectDebit>> cycleColumns;

    DebitExports(Mandates mandates, DirectDebits directDebits, Exports exports, Formats formats) {
        this.mandates = mandates;
        this.directDebits = directDebits;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("receivables.customer", m -> m.customer().value()),
                new Column<>("mandates.bankCode", Mandate::bankCode),
                new Column<>("mandates.branchCode", Mandate::branchCode),
                new Column<>("mandates.bankName", Mandate::bankName),
                new Column<>("mandates.branchName", Mandate::branchName),
                new Column<>("mandates.type", m -> formats.name("mandates.type", m.accountType())),
                new Column<>("mandates.account", Mandate::maskedNumber),
                new Column<>("mandates.holder", Mandate::holderKana),
                new Column<>("mandates.since", Mandate::since),
                new Column<>("orders.status", m -> formats.name("status.mandate", m.state())));
        this.cycleColumns = List.of(
                new Column<>("receivables.number", DirectDebit::id),
                new Column<>("direct-debits.collectedOn", DirectDebit::createdAt),
                new Column<>("debit-contracts.fileDue", DirectDebit::fileDue),
                new Column<>("direct-debits.date", DirectDebit::debitDate),
                new Column<>("direct-debits.resultDue", DirectDebit::resultDue),
                new Column<>("direct-debits.count", DirectDebit::claims),
                new Column<>("deposits.amount", d -> d.amount().amount()),
                new Column<>(
                        "orders.status", d -> formats.name("status.direct-debit", d.empty() ? "EMPTY" : d.state())));
    }

    @GetMapping("/mandates/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute MandateFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(filter, sort));
    }

    @GetMapping("/mandates/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @ModelAttribute MandateFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(filter, sort));
    }

    @GetMapping("/direct-debits/export.csv")
    ResponseEntity<StreamingResponseBody> cyclesCsv(@RequestParam(required = false) @Nullable String sort) {
        return exports.csv(cycles(sort));
    }

    @GetMapping("/direct-debits/export.xlsx")
    ResponseEntity<StreamingResponseBody> cyclesExcel(@RequestParam(required = false) @Nullable String sort) {
        return exports.excel(cycles(sort));
    }

    private Table<Mandate> table(MandateFilter filter, @Nullable String sort) {
        return new Table<>(
                "mandates",
                FilterText.ALL
                        .with("customer", filter.customer())
                        .with("state", filter.state())
                        .text(),
                columns,
                use -> mandates.each(filter.read(), sort, use));
    }

    private Table<DirectDebit> cycles(@Nullable String sort) {
        return new Table<>("direct-debits", "", cycleColumns, use -> directDebits
                .list(sort, 0, Integer.MAX_VALUE)
                .forEach(use));
    }
}
