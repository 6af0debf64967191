package jp.otodoke.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What belongs to a transaction neither reaches another one nor outlives it. */
@OtodokeTest
class OfTransactionTests {
    private final OfTransaction<String> value = new OfTransaction<>();
    private final KeptPlans plans;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate another;

    @Autowired
    OfTransactionTests(KeptPlans plans, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void oneThatStartsMeanwhileDoesNotSeeTheValue() {
        transaction.executeWithoutResult(status -> {
            value.set("outer");
            another.executeWithoutResult(inner -> {
                assertThat(value.get()).isNull();
                value.set("inner");
                assertThat(value.get()).isEqualTo("inner");
            });
            assertThat(value.get()).isEqualTo("outer");
            value.set("newer");
            assertThat(value.remove()).isEqualTo("newer");
            assertThat(value.get()).isNull();
            value.set("last");
        });
        assertThat(value.get()).isNull();
        transaction.executeWithoutResult(status -> assertThat(value.get()).isNull());
    }

    @Test
    void plansAreKeptUntilTheTransactionEnds() {
        transaction.executeWithoutResult(status -> {
            plans.use();
            assertThat(mode()).isEqualTo("force_generic_plan");
        });
        assertThat(mode()).isEqualTo("auto");
    }

    private String mode() {
        return Objects.requireNonNull(jdbc.sql("select current_setting('plan_cache_mode')")
                .query(String.class)
                .single());
    }
}
