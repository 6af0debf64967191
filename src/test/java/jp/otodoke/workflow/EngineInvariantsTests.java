package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import jp.otodoke.platform.invariants.Invariant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class EngineInvariantsTests {
    private final Invariant engineRowsBelongToACase;
    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    @Autowired
    EngineInvariantsTests(
            Invariant engineRowsBelongToACase,
            ProcessEngineConfigurationImpl engine,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.engineRowsBelongToACase = engineRowsBelongToACase;
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    @Test
    void aRowOfACaseThatHasEndedIsFound() {
        transaction.executeWithoutResult(status -> {
            long before = engineRowsBelongToACase.violations();
            engine.getCommandExecutorTxRequired().execute(command -> {
                var subscription = new EventSubscriptionEntity(EventType.MESSAGE);
                subscription.setEventName("left-behind");
                subscription.setExecutionId("a-case-that-has-ended");
                command.getEventSubscriptionManager().insert(subscription);
                return null;
            });
            assertThat(engineRowsBelongToACase.violations()).isEqualTo(before + 1);
            status.setRollbackOnly();
        });
    }

    @Test
    void noForeignKeyOfARunningTableFiresTriggers() {
        assertThat(jdbc.sql(
                                """
                                select conname from pg_constraint
                                 where contype = 'f' and conrelid::regclass::text like 'act\\_ru\\_%'""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
