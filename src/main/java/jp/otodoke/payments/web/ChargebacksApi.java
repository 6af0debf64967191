package jp.otodoke.payments.web;

import java.time.OffsetDateTime;
import jp.otodoke.payments.Chargeback;
import jp.otodoke.payments.Chargebacks;
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

/** API of what card companies have taken back. */
@RestController
@RequestMapping("/api/v1/payments/chargebacks")
class ChargebacksApi {
    private final Chargebacks chargebacks;

    ChargebacksApi(Chargebacks chargebacks) {
        this.chargebacks = chargebacks;
    }

    @GetMapping
    Paged<Body> list(
            @RequestParam(required = false) Chargeback.@Nullable State state,
            @RequestParam(required = false) @Nullable String orderNumber,
            PageQuery page) {
        var filter = new Chargebacks.Filter(state, TextNormalizer.orNull(orderNumber));
        var sort = page.sort(Chargebacks.SORTING).asWritten();
        return Paged.of(
                chargebacks.list(filter, sort, page.offset(), page.size()).stream()
                        .map(Body::of)
                        .toList(),
                page,
                chargebacks.count(filter));
    }

    @GetMapping("/{id}")
    Body show(@PathVariable String id) {
        return chargebacks.find(id).map(Body::of).orElseThrow(() -> Refusal.notFound("chargeback.not-found", id));
    }

    /**
     * @param id the gateway's
     * @param reason the card company's
     */
    record Body(
            String id,
            String transactionNo,
            String orderNumber,
            long amount,
            @Nullable String reason,
            String state,
            OffsetDateTime openedAt) {
        static Body of(Chargeback chargeback) {
            return new Body(
                    chargeback.id(),
                    chargeback.transactionNo(),
                    chargeback.order().value(),
                    chargeback.amount().amount(),
                    chargeback.reason(),
                    chargeback.state().name(),
                    chargeback.openedAt().atZone(BusinessClock.TOKYO).toOffsetDateTime());
        }
    }
}
