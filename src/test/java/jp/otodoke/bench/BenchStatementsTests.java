package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import jp.otodoke.TestDatabase;
import jp.otodoke.mothers.BareRows;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The benchmarks run rarely; their own statements are kept in step with the tables by these tests. */
@Tag("module")
class BenchStatementsTests {
    private static JdbcClient database;
    private static RunningOtodoke.Address bare;

    @BeforeAll
    static void open() {
        var fresh = TestDatabase.fresh();
        var other = TestDatabase.fresh();
        JdbcClient.create(new DriverManagerDataSource(other.url(), other.username(), other.password()))
                .sql("create schema bare")
                .update();
        bare = new RunningOtodoke.Address(
                other.url() + (other.url().contains("?") ? "&" : "?") + "currentSchema=bare",
                other.username(),
                other.password());
        database = JdbcClient.create(new DriverManagerDataSource(fresh.url(), fresh.username(), fresh.password()));
    }

    @Test
    void tasksOfTheInboxBenchFitTheTaskTable() {
        assertThat(InboxBench.open(database, 10)).isZero();
    }

    @Test
    void theYardstickOfMatchingMatchesWhatNamesItsClaim(@TempDir Path folder) throws IOException, SQLException {
        var file = folder.resolve("deposits.txt");
        DepositText.write(file, 1, 200);

        try (var yardstick = new MatchingYardstick(bare)) {
            yardstick.claims(240);

            assertThat(yardstick.book(file)).isEqualTo(180);
        }
    }

    @Test
    void duesOfTheMatchingBenchFitTheirTables() {
        BareRows.customers(database, 3);
        BareRows.dues(database, 3);

        assertThat(database.sql("select count(*) from receivable where kind = 'DUE' and payer_key <> ''")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void rowsOfTheArrivalBenchServeTheOldestBackorders() {
        BareRows.waiting(database, "BENCH-1", ArrivalBench.PIECES + 5, ArrivalBench.LATER);

        ArrivalBench.rows(database, "BENCH-1");

        assertThat(database.sql("select count(*) from stock_allocation where sku = 'BENCH-1'")
                        .query(Long.class)
                        .single())
                .isEqualTo(ArrivalBench.PIECES);
    }
}
