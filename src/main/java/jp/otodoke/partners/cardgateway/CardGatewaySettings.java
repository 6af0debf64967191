package jp.otodoke.partners.cardgateway;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The gateway's address and signing secret; outside production the simulated gateway is the default. */
@Component
class CardGatewaySettings {
    private static final String URL = "otodoke.card.url";
    private static final String SECRET = "otodoke.card.webhook-secret";

    private final Environment environment;
    private final String url;
    private final String secret;
    private final String form;
    private volatile @Nullable String simulated;

    CardGatewaySettings(Environment environment) {
        this.environment = environment;
        this.url = environment.getProperty(URL, "").replaceAll("/+$", "");
        this.secret = environment.getProperty(SECRET, "");
        this.form = environment.getProperty("otodoke.card.form-url", "");
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

    /** Without a trailing slash. The port of the simulated gateway is known once the server listens. */
    String base() {
        return url.isBlank() ? simulated() : url;
    }

    private String simulated() {
        var known = simulated;
        if (known != null) {
            return known;
        }
        var port = environment.getProperty("local.server.port");
        var address = "http://127.0.0.1:" + (port == null ? "8080" : port) + "/demo/card";
        if (port != null) {
            simulated = address;
        }
        return address;
    }

    /** Where customers give a card; the gateway's own page. */
    String form() {
        return form.isBlank() ? base() + "/form" : form;
    }

    /** Blank if none is set; then every notification is rejected. */
    String secret() {
        return secret;
    }
}
