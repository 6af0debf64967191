package jp.otodoke.payments.cards.web;

import java.time.OffsetDateTime;
import jp.otodoke.payments.cards.KeptCard;
import jp.otodoke.payments.cards.KeptCards;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of the cards that customers have paid with. */
@RestController
@RequestMapping("/api/v1/cards")
class CardsApi {
    private final KeptCards cards;

    CardsApi(KeptCards cards) {
        this.cards = cards;
    }

    @GetMapping
    Paged<Body> list(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) KeptCard.@Nullable State state,
            PageQuery page) {
        var filter = new KeptCards.Filter(TextNormalizer.orNull(customer), state);
        var sort = page.sort(KeptCards.SORTING).asWritten();
        return Paged.of(
                cards.list(filter, sort, page.offset(), page.size()).stream()
                        .map(Body::of)
                        .toList(),
                page,
                cards.count(filter));
    }

    @GetMapping("/{id}")
    Body show(@PathVariable long id) {
        return cards.find(id).map(Body::of).orElseThrow(() -> Refusal.notFound("cards.not-found", id));
    }

    /**
     * @param expires the last month in which it can be charged
     * @param orderNumber for which it was given
     * @param told whether the customer was told that it expires
     */
    record Body(
            long id,
            String customer,
            @Nullable String brand,
            @Nullable String last4,
            @Nullable String expires,
            String state,
            String source,
            String orderNumber,
            OffsetDateTime keptAt,
            boolean told) {
        static Body of(KeptCard card) {
            var expires = card.expires();
            return new Body(
                    card.id(),
                    card.customer().value(),
                    card.brand(),
                    card.last4(),
                    expires == null ? null : expires.toString(),
                    card.state().name(),
                    card.source().name(),
                    card.order().value(),
                    card.keptAt().atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                    card.told());
        }
    }
}
