package jp.otodoke.payments.desk.web;

import java.util.List;
import jp.otodoke.payments.FindRefunds;
import jp.otodoke.payments.Refund;
import jp.otodoke.payments.RefundEntry;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered refunds. */
@Controller
class RefundExports {
    private final FindRefunds refunds;
    private final Exports exports;
    private final List<Column<Refund>> columns;

    RefundExports(FindRefunds refunds, Exports exports, Formats formats) {
        this.refunds = refunds;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("refunds.number", Refund::id),
                new Column<>("refunds.order", r -> r.order().value()),
                new Column<>("refunds.amount", r -> r.amount().amount()),
                new Column<>("refunds.route", r -> formats.name("refund-route", r.route())),
                new Column<>("refunds.reason", Refund::reason),
                new Column<>("refunds.by", r -> formats.name("by", r.requestedBy())),
                new Column<>("refunds.at", Refund::requestedAt),
                new Column<>("orders.status", r -> formats.name("status.refund", r.shownStatus())));
    }

    @GetMapping("/refunds/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute Wanted wanted, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(wanted, sort));
    }

    @GetMapping("/refunds/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @ModelAttribute Wanted wanted, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(wanted, sort));
    }

    private Table<Refund> table(Wanted wanted, @Nullable String sort) {
        return new Table<>(
                "refunds",
                FilterText.ALL
                        .with("status", wanted.status())
                        .with("route", wanted.route())
                        .with("order", wanted.order())
                        .with("lacksAccount", wanted.lacksAccount())
                        .text(),
                columns,
                use -> refunds.each(wanted.filter(), sort, use));
    }

    /** What the page lists. */
    record Wanted(
            @Nullable String status, @Nullable String route, @Nullable String order, @Nullable Boolean lacksAccount) {
        FindRefunds.Filter filter() {
            return new FindRefunds.Filter(
                    RefundsPage.one(RefundEntry.Status.values(), status),
                    RefundsPage.one(RefundEntry.Route.values(), route),
                    TextNormalizer.orNull(order),
                    Boolean.TRUE.equals(lacksAccount));
        }
    }
}
