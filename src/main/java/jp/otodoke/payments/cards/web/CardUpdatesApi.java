package jp.otodoke.payments.cards.web;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import jp.otodoke.payments.CardOutcome;
import jp.otodoke.payments.cards.CardUpdate;
import jp.otodoke.payments.cards.CardUpdates;
import jp.otodoke.payments.cards.MakeCardUpdate;
import jp.otodoke.payments.cards.UpdatedCard;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of the updates of cards; their files are those of the agency. */
@RestController
@RequestMapping("/api/v1/card-updates")
class CardUpdatesApi {
    private final CardUpdates updates;
    private final MakeCardUpdate makeCardUpdate;
    private final CurrentStaff staff;

    CardUpdatesApi(CardUpdates updates, MakeCardUpdate makeCardUpdate, CurrentStaff staff) {
        this.updates = updates;
        this.makeCardUpdate = makeCardUpdate;
        this.staff = staff;
    }

    @GetMapping
    Paged<Body> list(@RequestParam(required = false) CardUpdate.@Nullable State state, PageQuery page) {
        var sort = page.sort(CardUpdates.SORTING).asWritten();
        return Paged.of(
                updates.list(state, sort, page.offset(), page.size()).stream()
                        .map(Body::of)
                        .toList(),
                page,
                updates.count(state));
    }

    @GetMapping("/{id}")
    Body show(@PathVariable long id) {
        return Body.of(updates.get(id));
    }

    @Operation(summary = "The cards of an update, and what the agency said about each")
    @GetMapping("/{id}/cards")
    Paged<CardBody> cards(
            @PathVariable long id, @RequestParam(required = false) @Nullable CardOutcome outcome, PageQuery page) {
        updates.get(id);
        var sort = page.sort(CardUpdates.CARD_SORTING).asWritten();
        return Paged.of(
                updates.cards(id, outcome, sort, page.offset(), page.size()).stream()
                        .map(CardBody::of)
                        .toList(),
                page,
                updates.countCards(id, outcome));
    }

    @Operation(
            summary = "Asks about the cards now",
            description =
                    "Each month once: 409 if this month's is made already, or there are no cards. The request file is placed into the"
                            + " agency's folder by itself.")
    @PostMapping
    ResponseEntity<Body> make() {
        long id = makeCardUpdate.make(staff.name());
        return ResponseEntity.created(URI.create("/api/v1/card-updates/" + id)).body(show(id));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
        return at == null ? null : at.atZone(BusinessClock.TOKYO).toOffsetDateTime();
    }

    private static @Nullable String text(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    /**
     * @param sentAt when its request was written
     * @param deliveredAt when that was placed into the folder of the agency
     * @param resultFile the file that told the last of the answers
     */
    record Body(
            long id,
            String month,
            String state,
            long cards,
            long unchanged,
            long renewed,
            long unusable,
            long unclear,
            @Nullable OffsetDateTime madeAt,
            String madeBy,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime deliveredAt,
            @Nullable String resultFile,
            @Nullable OffsetDateTime doneAt) {
        static Body of(CardUpdate update) {
            return new Body(
                    update.id(),
                    update.month().toString(),
                    update.state().name(),
                    update.cards(),
                    update.unchanged(),
                    update.renewed(),
                    update.unusable(),
                    update.unclear(),
                    moment(update.madeAt()),
                    update.madeBy(),
                    moment(update.sentAt()),
                    moment(update.deliveredAt()),
                    update.resultName(),
                    moment(update.doneAt()));
        }
    }

    /**
     * @param id in the files
     * @param card as in {@code /cards}
     * @param last4 as it is known now
     * @param former what was known before the answer
     */
    record CardBody(
            long id,
            long card,
            String customer,
            @Nullable String brand,
            @Nullable String last4,
            @Nullable String expires,
            String state,
            @Nullable String code,
            @Nullable CardOutcome outcome,
            Former former,
            @Nullable OffsetDateTime bookedAt) {
        static CardBody of(UpdatedCard card) {
            return new CardBody(
                    card.id(),
                    card.card(),
                    card.customer().value(),
                    card.brand(),
                    card.last4(),
                    text(card.expires()),
                    card.state().name(),
                    card.code(),
                    card.outcome(),
                    new Former(card.formerLast4(), text(card.formerExpires())),
                    moment(card.bookedAt()));
        }
    }

    record Former(@Nullable String last4, @Nullable String expires) {}
}
