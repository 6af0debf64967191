package jp.otodoke.demo.generator;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions with the settings of a bulk load: a crash loses the last seconds, which are generated again. */
@Component
@Profile("demo")
class BulkLoadConnection {
    private static final List<String> SETTINGS = List.of(
            "set local time zone 'Asia/Tokyo'",
            "set local synchronous_commit = off",
            "set local maintenance_work_mem = '384MB'",
            "set local max_parallel_workers_per_gather = 0",
            "set local max_parallel_maintenance_workers = 0");

    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;

    BulkLoadConnection(TransactionTemplate transactions, JdbcTemplate jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Work that throws is rolled back. */
    <T> T transaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            SETTINGS.forEach(jdbc::execute);
            return work.get();
        }));
    }
}
