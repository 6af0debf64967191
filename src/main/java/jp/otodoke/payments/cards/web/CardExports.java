package jp.otodoke.payments.cards.web;

import java.util.List;
import jp.otodoke.payments.cards.KeptCard;
import jp.otodoke.payments.cards.KeptCards;
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

/** Exports the filtered cards. */
@Controller
class CardExports {
    private final KeptCards cards;
    private final Exports exports;
    private final List<Column<KeptCard>> columns;

    CardExports(KeptCards cards, Exports exports, Formats formats) {
        this.cards = cards;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("receivables.customer", c -> c.customer().value()),
                new Column<>("cards.brand", KeptCard::brand),
                new Column<>("cards.last4", KeptCard::last4),
                new Column<>("cards.expires", c -> c.expires() == null ? null : String.valueOf(c.expires())),
                new Column<>("orders.status", c -> formats.name("status.kept-card", c.state())),
                new Column<>("cards.keptAt", KeptCard::keptAt),
                new Column<>("cards.source", c -> formats.name("card-source", c.source())),
                new Column<>("chargebacks.order", c -> c.order().value()));
    }

    @GetMapping("/cards/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute CardFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(filter, sort));
    }

    @GetMapping("/cards/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @ModelAttribute CardFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(filter, sort));
    }

    private Table<KeptCard> table(CardFilter filter, @Nullable String sort) {
        return new Table<>(
                "cards",
                FilterText.ALL
                        .with("state", filter.state())
                        .with("customer", filter.customer())
                        .text(),
                columns,
                use -> cards.each(filter.read(), sort, use));
    }
}
