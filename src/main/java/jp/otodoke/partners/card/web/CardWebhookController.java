package jp.otodoke.partners.card.web;

import jp.otodoke.partners.card.TakeCardNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The card gateway's notices; the signature stands in for a token. */
@RestController
class CardWebhookController {
    private final TakeCardNotice takeCardNotice;

    CardWebhookController(TakeCardNotice takeCardNotice) {
        this.takeCardNotice = takeCardNotice;
    }

    @PostMapping("/api/v1/webhooks/card")
    ResponseEntity<Void> take(
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        return ResponseEntity.status(takeCardNotice.take(signature, body) ? HttpStatus.OK : HttpStatus.UNAUTHORIZED)
                .build();
    }
}
