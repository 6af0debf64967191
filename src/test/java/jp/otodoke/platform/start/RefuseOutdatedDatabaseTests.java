package jp.otodoke.platform.start;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.otodoke.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("module")
class RefuseOutdatedDatabaseTests {
    private final TestDatabase.Address address = TestDatabase.empty();
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(address.url(), address.username(), address.password());
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void refusesADatabaseFromBeforeTheBaselineAndLeavesItAsItIs(@TempDir Path older) throws IOException {
        Files.writeString(
                older.resolve("V20261122_0900__staff.sql"), "create table staff_user (username text primary key)");
        flyway("filesystem:" + older).migrate();

        assertThatThrownBy(() -> migrate("classpath:db/migration/platform"))
                .isInstanceOf(OutdatedDatabase.class)
                .hasMessageContaining("20261122.0900 staff")
                .hasMessageContaining("Nothing in it was changed");
        assertThat(tables()).containsExactlyInAnyOrder("flyway_schema_history", "staff_user");
        assertThat(jdbc.sql("select count(*) from flyway_schema_history")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void migratesAnEmptyDatabaseAndFindsNothingToDoTheSecondTime() {
        migrate("classpath:db/migration/platform");
        migrate("classpath:db/migration/platform");

        assertThat(tables()).contains("node", "lease", "business_clock");
    }

    @Test
    void saysWhatToDoInPlaceOfAStackTrace() {
        var refusal = new OutdatedDatabase("20261122.0900 staff");

        var said = requireNonNull(
                new OutdatedDatabaseAnalyzer().analyze(new IllegalStateException("no context", refusal)));

        assertThat(said.getDescription()).contains("older checkout").contains("20261122.0900 staff");
        assertThat(said.getAction()).contains("delete OTODOKE_HOME/database").contains("export it as CSV");
    }

    private void migrate(String location) {
        new RefuseOutdatedDatabase().migrate(flyway(location));
    }

    private Flyway flyway(String location) {
        return Flyway.configure().dataSource(database).locations(location).load();
    }

    private List<String> tables() {
        return jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
    }
}
