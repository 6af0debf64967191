package jp.otodoke.partners.cardgateway.web;

import jp.otodoke.partners.cardgateway.ReceiveCardNotification;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The card gateway's notifications, authenticated by their signature instead of a token. */
@RestController
class CardWebhookApi {
    private final ReceiveCardNotification receiveCardNotification;

    CardWebhookApi(ReceiveCardNotification receiveCardNotification) {
        this.receiveCardNotification = receiveCardNotification;
    }

    @PostMapping("/api/v1/webhooks/card")
    ResponseEntity<Void> take(
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        return ResponseEntity.status(
                        receiveCardNotification.take(signature, body) ? HttpStatus.OK : HttpStatus.UNAUTHORIZED)
                .build();
    }
}
