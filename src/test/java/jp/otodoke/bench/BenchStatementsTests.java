package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.TestDatabase;
import jp.otodoke.mothers.BareRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The benchmarks run rarely; their own statements are kept in step with the tables by these tests. */
@Tag("module")
class BenchStatementsTests {
    private static JdbcClient database;

    @BeforeAll
    static void open() {
        var fresh = TestDatabase.fresh();
        database = JdbcClient.create(new DriverManagerDataSource(fresh.url(), fresh.username(), fresh.password()));
    }

    @Test
    void tasksOfTheInboxBenchFitTheTaskTable() {
        assertThat(InboxBench.open(database, 10)).isZero();
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
