package jp.otodoke.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Provides an embedded database for the demo if none is configured. It starts before any bean and, as a shutdown
 * handler of the application, stops after the last one.
 */
public class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** Each commit reaches the disk: what was accepted survives a power failure. */
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            // Its log would contain rows, with names and addresses.
            "log_error_verbosity", "terse",
            "full_page_writes", "on",
            "max_connections", "200",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "checkpoint_timeout", "15min",
            // Sessions of a killed process release their locks.
            "client_connection_check_interval", "2s");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("demo"))
                || environment.containsProperty("spring.datasource.url")) {
            return;
        }
        try {
            var server = open(environment);
            SpringApplication.getShutdownHandlers().add(server::close);
            use(environment, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer open(ConfigurableEnvironment environment) throws IOException {
        var folder = Path.of(environment.getRequiredProperty("otodoke.home")).resolve("database");
        var port = environment.getProperty("otodoke.database.port", Integer.class, 0);
        return PostgresServer.open(folder, folder, port, DURABLE);
    }

    private static void use(ConfigurableEnvironment environment, PostgresServer server) throws IOException {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embedded database",
                        Map.of(
                                "spring.datasource.url", server.url("otodoke"),
                                "spring.datasource.username", server.username(),
                                "spring.datasource.password", server.password())));
    }
}
