package jp.otodoke.payments.desk.web;

import java.util.List;
import jp.otodoke.payments.Deposit;
import jp.otodoke.payments.Deposits;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered deposits. */
@Controller
class DepositExports {
    private final Deposits deposits;
    private final Exports exports;
    private final List<Column<Deposit>> columns;

    DepositExports(Deposits deposits, Exports exports, Formats formats) {
        this.deposits = deposits;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("deposits.number", Deposit::id),
                new Column<>("deposits.day", Deposit::postingDate),
                new Column<>("deposits.remitter", Deposit::remitterKana),
                new Column<>("deposits.amount", d -> d.amount().amount()),
                new Column<>("deposits.remaining", d -> d.remaining().amount()),
                new Column<>("orders.status", d -> formats.name("status.deposit", d.state())),
                new Column<>("deposits.source", Deposit::source));
    }

    @GetMapping("/deposits/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(defaultValue = "UNMATCHED") String state,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(state, sort));
    }

    @GetMapping("/deposits/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam(defaultValue = "UNMATCHED") String state,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(state, sort));
    }

    private Table<Deposit> table(String state, @Nullable String sort) {
        var wanted = DepositPage.state(state);
        return new Table<>(
                "deposits",
                FilterText.ALL.with("state", wanted).text(),
                columns,
                use -> deposits.each(wanted, sort, use));
    }
}
