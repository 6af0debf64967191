package jp.otodoke.partners.cardgateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The gateway's own form, where a customer types a card: its number never comes here, only a token in its place. */
@Component
public class CardForm {
    private final CardGatewaySettings address;

    CardForm(CardGatewaySettings address) {
        this.address = address;
    }

    /** @param page to which the gateway sends the browser back, with {@code card=<token>} */
    public String returningTo(String page) {
        return address.form() + "?return_to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
