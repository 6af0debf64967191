package jp.otodoke.inventory.web;

import java.util.List;
import jp.otodoke.inventory.StockDifference;
import jp.otodoke.inventory.StockDifferences;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered differences between counts and the ledger. */
@Controller
class StockDifferenceExports {
    private final StockDifferences differences;
    private final Exports exports;
    private final List<Column<StockDifference>> columns;

    StockDifferenceExports(StockDifferences differences, Exports exports, Formats formats) {
        this.differences = differences;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("stock.warehouse", d -> d.warehouse().code()),
                new Column<>("stock.sku", d -> d.sku().value()),
                new Column<>("stock.product", StockDifference::name),
                new Column<>("stock.condition", d -> formats.name("stock.condition", d.condition())),
                new Column<>("stock.difference.asOf", StockDifference::asOf),
                new Column<>("stock.difference.onHand", StockDifference::onHand),
                new Column<>("stock.difference.counted", StockDifference::counted),
                new Column<>("stock.difference.difference", StockDifference::difference),
                new Column<>("stock.difference.onHandNow", StockDifference::onHandNow),
                new Column<>("stock.allocated", StockDifference::allocatedNow),
                new Column<>("stock.difference.state", d -> formats.name("stock.difference.state", d.state())),
                new Column<>("stock.difference.reason", StockDifference::reason),
                new Column<>("stock.difference.decidedBy", StockDifference::decidedBy),
                new Column<>("stock.difference.decidedAt", StockDifference::decidedAt));
    }

    @GetMapping("/stock/differences/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(required = false) @Nullable String warehouse,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(StockDifferences.Filter.of(state, warehouse, condition, q), sort));
    }

    @GetMapping("/stock/differences/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(required = false) @Nullable String warehouse,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(StockDifferences.Filter.of(state, warehouse, condition, q), sort));
    }

    private Table<StockDifference> table(StockDifferences.Filter filter, @Nullable String sort) {
        return new Table<>("stock-differences", filter.inWords(), columns, use -> differences.each(filter, sort, use));
    }
}
