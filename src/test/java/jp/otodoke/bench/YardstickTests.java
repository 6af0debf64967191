package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.otodoke.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Speed is compared across years only while the yardstick neither changes nor breaks. */
@Tag("module")
class YardstickTests {
    private static final String AT_COMMIT_453EDD1 = "055449f7b776578e9ba8ad10bb541fd32c0ca291020a2fac2a6e80602c11374e";

    @Test
    void diagramsAndTablesOfTheYardstickNeverChange() throws IOException, NoSuchAlgorithmException {
        assertThat(fingerprint()).isEqualTo(AT_COMMIT_453EDD1);
    }

    @Test
    void bareEngineLeadsEachOrderAndItsParcelToTheEnd() {
        var orders = List.of("T1", "T3", "T5");
        var database = TestDatabase.fresh();
        JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()))
                .sql("create schema bare")
                .update();

        try (var engine = new BareEngine(
                database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=bare",
                database.username(),
                database.password())) {
            orders.forEach(engine::place);
            engine.settle();
            engine.pay(orders);
            engine.release(orders);
            engine.tell("acknowledged", orders);
            engine.tell("shipped", orders);
            engine.arrive(orders);

            assertThat(engine.alive()).isZero();
        }
    }

    private static String fingerprint() throws IOException, NoSuchAlgorithmException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath:bench/**/*.*");
        var files = Stream.of(found)
                .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                .toList();
        var digest = MessageDigest.getInstance("SHA-256");
        for (var file : files) {
            digest.update(file.getContentAsByteArray());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
