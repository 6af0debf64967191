package jp.otodoke.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class ReadLimitTests {
    private static final String LONG_QUESTION = "select 1 from pg_sleep(2)";
    private static final String LARGE_SORT =
            "select count(*) from (select n from generate_series(1, 2000000) n order by md5(n::text)) sorted";

    private final DataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    ReadLimitTests(DataSource application) {
        assertThat(application).as("what the application uses").isInstanceOf(LimitedDataSource.class);
        pool = Objects.requireNonNull(((LimitedDataSource) application).getTargetDataSource());
        var limited = new LimitedDataSource(pool, Duration.ofMillis(300), "1MB");
        jdbc = JdbcClient.create(limited);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(limited));
    }

    @BeforeEach
    @AfterEach
    void lift() {
        ReadLimit.lift();
    }

    @Test
    void aQuestionOfAReaderIsStoppedAtItsLimit() {
        ReadLimit.apply();

        assertThatThrownBy(() -> jdbc.sql(LONG_QUESTION).query().singleRow())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
    }

    @Test
    void aQuestionOfAReaderDoesNotFillTheDisk() {
        var patient = JdbcClient.create(new LimitedDataSource(pool, Duration.ofMinutes(2), "1MB"));
        ReadLimit.apply();

        assertThatThrownBy(() -> patient.sql(LARGE_SORT).query().singleRow())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("53400"));
    }

    @Test
    void whatDoesNotReadForSomebodyHasNoLimitOnTheSameConnection() {
        ReadLimit.apply();
        assertThat(timeout()).isEqualTo("300ms");

        ReadLimit.lift();

        assertThat(timeout()).isEqualTo("0");
        assertThat(jdbc.sql(LONG_QUESTION).query().singleRow()).isNotEmpty();
    }

    @Test
    void aLimitOutlivesARollback() {
        ReadLimit.apply();
        transaction.executeWithoutResult(status -> {
            timeout();
            status.setRollbackOnly();
        });

        assertThat(timeout()).isEqualTo("300ms");
    }

    @Test
    void onlyRequestsThatReadAreLimitedAndNotWhatTheyStreamElsewhere() throws Exception {
        assertThat(inForceDuring("GET")).containsExactly(true, false);
        assertThat(inForceDuring("HEAD")).containsExactly(true, false);
        assertThat(inForceDuring("POST")).containsExactly(false, false);
        assertThat(ReadLimit.inForce()).as("after a request").isFalse();
    }

    /** On the thread of the request, and on one that streams for it. */
    private static ArrayList<Boolean> inForceDuring(String method) throws Exception {
        var inForce = new ArrayList<Boolean>();
        new ReadLimitFilter()
                .doFilter(new MockHttpServletRequest(method, "/orders"), new MockHttpServletResponse(), (in, out) -> {
                    inForce.add(ReadLimit.inForce());
                    inForce.add(
                            CompletableFuture.supplyAsync(ReadLimit::inForce).join());
                });
        return inForce;
    }

    private String timeout() {
        return jdbc.sql("show statement_timeout").query(String.class).single();
    }
}
