package jp.otodoke.partners.cardgateway;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Where the gateway is and what it signs with; outside production the simulated one is the default. */
@Component
class CardGatewaySettings {
    private static final String URL = "otodoke.card.url";
    private static final String SECRET = "otodoke.card.webhook-secret";

    private final Environment environment;

    CardGatewaySettings(Environment environment) {
        this.environment = environment;
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            require(URL, "OTODOKE_CARD_URL", "the address of the card gateway");
            require(SECRET, "OTODOKE_CARD_WEBHOOK_SECRET", "what the card gateway signs its notices with");
        }
    }

    private void require(String property, String variable, String what) {
        if (environment.getProperty(property, "").isBlank()) {
            throw new IllegalStateException(variable + " is missing: " + what);
        }
    }

    /** Without a slash at its end. The port of the simulated one is known once the server listens. */
    String base() {
        var url = environment.getProperty(URL, "");
        if (url.isBlank()) {
            url = "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080") + "/demo/card";
        }
        return url.replaceAll("/+$", "");
    }

    /** Blank where none is set; then no notice is believed. */
    String secret() {
        return environment.getProperty(SECRET, "");
    }
}
