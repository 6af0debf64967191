package jp.otodoke.payments.cards.web;

import java.time.YearMonth;
import java.util.List;
import jp.otodoke.payments.cards.CardUpdate;
import jp.otodoke.payments.cards.CardUpdates;
import jp.otodoke.payments.cards.UpdatedCard;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered updates of cards, and the cards of one. */
@Controller
class CardUpdateExports {
    private final CardUpdates updates;
    private final Exports exports;
    private final List<Column<CardUpdate>> columns;
    private final List<Column<UpdatedCard>> cardColumns;

    CardUpdateExports(CardUpdates updates, Exports exports, Formats formats) {
        this.updates = updates;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("receivables.number", CardUpdate::id),
                new Column<>("card-updates.month", u -> u.month().toString()),
                new Column<>("orders.status", u -> formats.name("status.card-update-state", u.state())),
                new Column<>("card-updates.cards", CardUpdate::cards),
                new Column<>("status.card-outcome.UNCHANGED", CardUpdate::unchanged),
                new Column<>("status.card-outcome.RENEWED", CardUpdate::renewed),
                new Column<>("card-updates.unusable", CardUpdate::unusable),
                new Column<>("status.card-outcome.UNCLEAR", CardUpdate::unclear),
                new Column<>("card-updates.madeAt", CardUpdate::madeAt),
                new Column<>("card-updates.madeBy", CardUpdate::madeBy),
                new Column<>("card-updates.deliveredAt", CardUpdate::deliveredAt),
                new Column<>("card-updates.resultName", CardUpdate::resultName),
                new Column<>("card-updates.doneAt", CardUpdate::doneAt));
        this.cardColumns = List.of(
                new Column<>("receivables.number", UpdatedCard::id),
                new Column<>("receivables.customer", c -> c.customer().value()),
                new Column<>("cards.brand", UpdatedCard::brand),
                new Column<>("cards.last4", UpdatedCard::last4),
                new Column<>("cards.expires", c -> text(c.expires())),
                new Column<>("orders.status", c -> formats.name("status.kept-card", c.state())),
                new Column<>("card-updates.code", UpdatedCard::code),
                new Column<>(
                        "card-updates.outcome",
                        c -> c.outcome() == null ? null : formats.name("status.card-outcome", c.outcome())),
                new Column<>("card-updates.formerLast4", UpdatedCard::formerLast4),
                new Column<>("card-updates.formerExpires", c -> text(c.formerExpires())),
                new Column<>("card-updates.bookedAt", UpdatedCard::bookedAt));
    }

    private static @Nullable String text(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    @GetMapping("/card-updates/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute CardUpdateFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(filter, sort));
    }

    @GetMapping("/card-updates/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @ModelAttribute CardUpdateFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(filter, sort));
    }

    private Table<CardUpdate> table(CardUpdateFilter filter, @Nullable String sort) {
        return new Table<>(
                "card-updates",
                FilterText.ALL.with("state", filter.stateOf()).text(),
                columns,
                use -> updates.each(filter.stateOf(), sort, use));
    }

    @GetMapping("/card-updates/{id:\\d+}/export.csv")
    ResponseEntity<StreamingResponseBody> cardsCsv(
            @PathVariable long id,
            @ModelAttribute CardUpdateFilter filter,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(cards(id, filter, sort));
    }

    @GetMapping("/card-updates/{id:\\d+}/export.xlsx")
    ResponseEntity<StreamingResponseBody> cardsExcel(
            @PathVariable long id,
            @ModelAttribute CardUpdateFilter filter,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(cards(id, filter, sort));
    }

    private Table<UpdatedCard> cards(long id, CardUpdateFilter filter, @Nullable String sort) {
        updates.get(id);
        return new Table<>(
                "updated-cards",
                FilterText.ALL
                        .with("id", id)
                        .with("outcome", filter.outcomeOf())
                        .text(),
                cardColumns,
                use -> updates.eachCard(id, filter.outcomeOf(), sort, use));
    }
}
