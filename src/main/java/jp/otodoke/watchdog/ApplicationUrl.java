package jp.otodoke.watchdog;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The URL at which staff reach the application, for links in mail. */
@Component
class ApplicationUrl {
    private final Environment environment;

    ApplicationUrl(Environment environment) {
        this.environment = environment;
    }

    /** The port is known once the server listens. */
    String of(String path) {
        var base = environment.getProperty("otodoke.address", "");
        if (base.isBlank()) {
            base = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        }
        return base.strip().replaceAll("/+$", "") + path;
    }
}
