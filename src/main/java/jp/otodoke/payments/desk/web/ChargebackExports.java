package jp.otodoke.payments.desk.web;

import java.util.List;
import jp.otodoke.payments.Chargeback;
import jp.otodoke.payments.Chargebacks;
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

/** Exports the filtered chargebacks. */
@Controller
class ChargebackExports {
    private final Chargebacks chargebacks;
    private final Exports exports;
    private final List<Column<Chargeback>> columns;

    ChargebackExports(Chargebacks chargebacks, Exports exports, Formats formats) {
        this.chargebacks = chargebacks;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("chargebacks.opened", Chargeback::openedAt),
                new Column<>("chargebacks.order", c -> c.order().value()),
                new Column<>("deposits.amount", c -> c.amount().amount()),
                new Column<>("orders.status", c -> formats.name("status.chargeback", c.state())),
                new Column<>("chargebacks.reason", Chargeback::reason),
                new Column<>("payment-steps.reference", Chargeback::id));
    }

    @GetMapping("/payments/chargebacks/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute ChargebackFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(filter, sort));
    }

    @GetMapping("/payments/chargebacks/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @ModelAttribute ChargebackFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(filter, sort));
    }

    private Table<Chargeback> table(ChargebackFilter filter, @Nullable String sort) {
        return new Table<>(
                "chargebacks",
                FilterText.ALL
                        .with("state", filter.state())
                        .with("order", filter.order())
                        .text(),
                columns,
                use -> chargebacks.each(filter.read(), sort, use));
    }
}
