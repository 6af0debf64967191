package jp.otodoke.watchdog;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where staff reach the application: a mail is read elsewhere, and a bare path leads nowhere from there. */
@Component
class ApplicationUrl {
    private final Environment environment;

    ApplicationUrl(Environment environment) {
        this.environment = environment;
    }

    /** The own port is known once the server listens. */
    String of(String path) {
        var base = environment.getProperty("otodoke.address", "");
        if (base.isBlank()) {
            base = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        }
        return base.strip().replaceAll("/+$", "") + path;
    }
}
