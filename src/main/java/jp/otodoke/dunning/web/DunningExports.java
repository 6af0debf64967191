package jp.otodoke.dunning.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.dunning.DunningCase;
import jp.otodoke.dunning.DunningCases;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered cases. */
@Controller
class DunningExports {
    private final DunningCases cases;
    private final Exports exports;
    private final List<Column<DunningCase>> columns;

    DunningExports(DunningCases cases, Exports exports, Formats formats) {
        this.cases = cases;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("dunning.number", DunningCase::id),
                new Column<>("dunning.receivable", one -> one.receivable().value()),
                new Column<>(
                        "dunning.customer",
                        one -> one.customer().map(CustomerNumber::value).orElse("")),
                new Column<>("dunning.method", one -> formats.name("method", one.method())),
                new Column<>("dunning.cause", one -> formats.name("dunning.cause", one.cause())),
                new Column<>("dunning.amount", one -> one.shownAmount().amount()),
                new Column<>("orders.status", one -> formats.name("status.dunning", one.state())),
                new Column<>(
                        "dunning.nextStep",
                        one -> one.nextStep() == null ? "" : formats.name("dunning.step", one.nextStep())),
                new Column<>("dunning.nextAt", DunningCase::nextAt),
                new Column<>("dunning.promisedUntil", DunningCase::promisedUntil),
                new Column<>("dunning.openedAt", DunningCase::openedAt));
    }

    @GetMapping("/dunning/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam Map<String, String> asked, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(asked, sort));
    }

    @GetMapping("/dunning/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam Map<String, String> asked, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(asked, sort));
    }

    private Table<DunningCase> table(Map<String, String> asked, @Nullable String sort) {
        var filter = DunningFilter.of(asked);
        return new Table<>(
                "dunning",
                FilterText.ALL
                        .with("state", filter.state())
                        .with("cause", filter.cause())
                        .with("method", filter.method())
                        .with("customer", filter.customer())
                        .with("day", filter.day())
                        .text(),
                columns,
                use -> cases.each(filter, sort, use));
    }
}
