package jp.otodoke.partners.deferred;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The provider's address and our codes there. With an address every code is needed; outside production the simulated provider is the default. */
@Component
class DeferredSettings {
    private static final String URL = "otodoke.deferred.url";
    private static final Map<String, String> CODES = Map.of(
            "otodoke.deferred.merchant-code", "OTODOKE_DEFERRED_MERCHANT_CODE",
            "otodoke.deferred.sp-code", "OTODOKE_DEFERRED_SP_CODE",
            "otodoke.deferred.terminal-id", "OTODOKE_DEFERRED_TERMINAL_ID");

    private final Environment environment;
    private final String url;
    private volatile @Nullable String simulated;

    DeferredSettings(Environment environment) {
        this.environment = environment;
        this.url = environment.getProperty(URL, "").replaceAll("/+$", "");
        CODES.forEach(this::refuseHalf);
    }

    private void refuseHalf(String property, String variable) {
        var given = !environment.getProperty(property, "").isBlank();
        if (given == url.isBlank()) {
            throw new IllegalStateException(
                    given
                            ? "OTODOKE_DEFERRED_URL is missing: the address of the provider to which " + variable
                                    + " belongs"
                            : variable + " is missing: the provider at OTODOKE_DEFERRED_URL has given it to us");
        }
    }

    /** Without a trailing slash. The port of the simulated provider is known once the server listens. */
    String base() {
        return url.isBlank() ? simulated() : url;
    }

    private String simulated() {
        var known = simulated;
        if (known != null) {
            return known;
        }
        var port = environment.getProperty("local.server.port");
        var address = "http://127.0.0.1:" + (port == null ? "8080" : port) + "/demo/deferred";
        if (port != null) {
            simulated = address;
        }
        return address;
    }

    String authorization() {
        var codes = code("otodoke.deferred.merchant-code") + ":" + code("otodoke.deferred.sp-code");
        return "Basic " + Base64.getEncoder().encodeToString(codes.getBytes(StandardCharsets.UTF_8));
    }

    String terminal() {
        return code("otodoke.deferred.terminal-id");
    }

    private String code(String property) {
        return environment.getProperty(property, "");
    }
}
