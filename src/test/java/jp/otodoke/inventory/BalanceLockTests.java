package jp.otodoke.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Balances are locked in the order of their keys, also those that do not exist yet: or two who want both wait for each other. */
@ModuleTest
class BalanceLockTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String name = "LOCK-" + UUID.randomUUID();
    private final StockKey opened = StockKey.of(name + "-A", "MAIN");
    private final StockKey stocked = StockKey.of(name + "-B", "MAIN");

    @Test
    void whoWaitsForABalanceThatAnotherOpensHoldsNoneThatComesLater() throws Exception {
        lock(List.of(stocked));
        var isOpening = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var other = CompletableFuture.runAsync(() -> own().executeWithoutResult(status -> {
            BalanceLock.lock(jdbc, List.of(opened));
            isOpening.countDown();
            await(mayCommit);
        }));
        await(isOpening);

        var both = CompletableFuture.runAsync(() -> lock(List.of(opened, stocked)));
        waitUntilSomebodyWaits();
        lockAtOnce(stocked);
        mayCommit.countDown();

        both.get(20, TimeUnit.SECONDS);
        other.get(20, TimeUnit.SECONDS);
    }

    private void lock(List<StockKey> keys) {
        own().executeWithoutResult(status -> BalanceLock.lock(jdbc, keys));
    }

    private void lockAtOnce(StockKey key) {
        own().executeWithoutResult(
                        status -> assertThat(jdbc.sql("select sku from stock_balance where sku = ? for update nowait")
                                        .param(key.sku().value())
                                        .query(String.class)
                                        .list())
                                .hasSize(1));
    }

    private void waitUntilSomebodyWaits() {
        for (int i = 0; i < 1_000 && waiting() == 0; i++) {
            pause();
        }
        assertThat(waiting()).isPositive();
    }

    private long waiting() {
        return jdbc.sql(
                        """
                        select count(*) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock' and query like '%stock_balance%'
                        """)
                .query(Long.class)
                .single();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TransactionTemplate own() {
        return new TransactionTemplate(transactions);
    }
}
