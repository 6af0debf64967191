package jp.otodoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.customers.ShippedPostalAreas;
import jp.otodoke.platform.postgres.PostgresServer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * A database of its own for each application of a test, copied from one that all migrations have
 * run on and that holds the postal areas. The server is ours, one for the whole test run, or one named by {@code
 * OTODOKE_TEST_DATABASE_URL} (with {@code _USERNAME}, {@code _PASSWORD}), which is used as it is.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path HOME = Path.of("target/test-postgres");
    /** With the tables of the demo, whose simulators and mail catcher tests use. */
    private static final String[] LOCATIONS = {"classpath:db/migration", "classpath:db/demo"};

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Tests need speed, not survival. */
    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_connections", "300",
            "shared_buffers", "128MB");

    private static @Nullable PostgresServer server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("test"))) {
            return;
        }
        var sources = environment.getPropertySources();
        // Also for a further application on the database of the first.
        sources.addFirst(new MapPropertySource(
                "test migrations", Map.of("spring.flyway.locations", String.join(",", LOCATIONS))));
        if (!environment.containsProperty("spring.datasource.url")) {
            sources.addFirst(new MapPropertySource("test database", address()));
        }
    }

    private static Map<String, Object> address() {
        var named = System.getenv("OTODOKE_TEST_DATABASE_URL");
        return named == null
                ? properties(fresh())
                : properties(new Address(
                        named,
                        System.getenv().getOrDefault("OTODOKE_TEST_DATABASE_USERNAME", "otodoke"),
                        System.getenv().getOrDefault("OTODOKE_TEST_DATABASE_PASSWORD", "")));
    }

    private static Map<String, Object> properties(Address address) {
        return Map.of(
                "spring.datasource.url", address.url(),
                "spring.datasource.username", address.username(),
                "spring.datasource.password", address.password());
    }

    /** Where a database is reached. */
    public record Address(String url, String username, String password) {}

    /** A new database with all tables, those of the demo too, and no rows but those of the migrations. */
    public static Address fresh() {
        return create(" template migrated strategy file_copy");
    }

    /** A new database without any table. */
    public static Address empty() {
        return create("");
    }

    private static synchronized Address create(String how) {
        try {
            var postgres = server();
            var name = "test_" + NUMBER.incrementAndGet();
            postgres.administer("create database " + name + how);
            return new Address(postgres.url(name), postgres.username(), postgres.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer server() throws IOException {
        var running = server;
        if (running == null) {
            var folder = HOME.resolve("run-" + ProcessHandle.current().pid());
            running = PostgresServer.open(folder, HOME, 0, FAST);
            SpringApplication.getShutdownHandlers().add(closing(running, folder));
            migrate(running);
            server = running;
        }
        return running;
    }

    private static Runnable closing(PostgresServer running, Path folder) {
        return () -> {
            running.close();
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static void migrate(PostgresServer postgres) throws IOException {
        postgres.createDatabase("migrated");
        var database = new DriverManagerDataSource(postgres.url("migrated"), postgres.username(), postgres.password());
        Flyway.configure()
                .dataSource(database)
                .locations(LOCATIONS)
                .javaMigrations(javaMigrations())
                .outOfOrder(true)
                .load()
                .migrate();
        ShippedPostalAreas.load(database);
    }

    /** Those that are beans, as the application itself finds them. */
    private static JavaMigration[] javaMigrations() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JavaMigration.class));
        return scanner.findCandidateComponents("jp.otodoke").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .map(BeanUtils::instantiateClass)
                .toArray(JavaMigration[]::new);
    }
}
