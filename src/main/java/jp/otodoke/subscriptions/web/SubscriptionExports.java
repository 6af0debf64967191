package jp.otodoke.subscriptions.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import jp.otodoke.subscriptions.FindSubscriptions;
import jp.otodoke.subscriptions.SubscriptionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered subscriptions. */
@Controller
class SubscriptionExports {
    private final FindSubscriptions find;
    private final Exports exports;
    private final CurrentStaff staff;
    private final List<Column<SubscriptionRow>> columns;

    SubscriptionExports(FindSubscriptions find, Exports exports, CurrentStaff staff, Formats formats) {
        this.find = find;
        this.exports = exports;
        this.staff = staff;
        this.columns = List.of(
                new Column<>("subscriptions.number", row -> row.number().value()),
                new Column<>("subscriptions.customer", row -> row.customer().value()),
                new Column<>("subscriptions.name", SubscriptionRow::name),
                new Column<>("orders.status", row -> formats.name("status.subscription", row.state())),
                new Column<>("subscriptions.cycle", row -> formats.localized(row.sentence())),
                new Column<>("subscriptions.items", SubscriptionRow::items),
                new Column<>("subscriptions.method", row -> formats.name("method", row.method())),
                new Column<>("subscriptions.nextTurn", SubscriptionRow::nextTurn),
                new Column<>("subscriptions.nextDelivery", SubscriptionRow::nextDelivery),
                new Column<>("subscriptions.made", SubscriptionRow::made),
                new Column<>("subscriptions.medium", SubscriptionRow::mediaCode),
                new Column<>("subscriptions.startedAt", SubscriptionRow::startedAt),
                new Column<>("subscriptions.stoppedAt", SubscriptionRow::stoppedAt),
                new Column<>("subscriptions.stopReason", SubscriptionRow::stopReason));
    }

    @GetMapping("/subscriptions/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam Map<String, String> asked, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(asked, sort));
    }

    @GetMapping("/subscriptions/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam Map<String, String> asked, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(asked, sort));
    }

    private Table<SubscriptionRow> table(Map<String, String> asked, @Nullable String sort) {
        var filter = SubscriptionFilter.of(asked, staff.may(Permission.PERSONAL_VIEW));
        return new Table<>(
                "subscriptions",
                FilterText.ALL
                        .with("q", filter.q())
                        .with("state", filter.state())
                        .with("customer", filter.customer())
                        .with("method", filter.method())
                        .with("sku", filter.item())
                        .with("dueFrom", filter.dueFrom())
                        .with("dueUntil", filter.dueUntil())
                        .text(),
                columns,
                use -> find.each(filter, sort, use));
    }
}
