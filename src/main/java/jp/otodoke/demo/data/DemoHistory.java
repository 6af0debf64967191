package jp.otodoke.demo.data;

import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import jp.otodoke.demo.bulk.BulkTargets;
import jp.otodoke.demo.bulk.Script;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Completed orders, written by a few set-based statements in one transaction: creating thousands of orders by the
 * use cases would keep a newcomer waiting for minutes. The same date produces the same data.
 */
@Component
@Profile("demo")
class DemoHistory {
    private static final List<String> SCRIPTS = List.of("products", "media", "customers", "history");

    private final JdbcTemplate jdbc;
    private final BulkTargets targets;
    private final BusinessClock clock;

    DemoHistory(JdbcTemplate jdbc, BulkTargets targets, BusinessClock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean isEmpty() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select not exists (select 1 from catalog_product_view) and not exists (select 1 from customers_customer_view)
                   and not exists (select 1 from orders_order_view)
                """,
                Boolean.class));
    }

    /** @return how many orders there are now */
    @Transactional
    int write() {
        jdbc.execute("set local time zone 'Asia/Tokyo'");
        jdbc.execute("create temp table demo_clock (started timestamptz) on commit drop");
        jdbc.update("insert into demo_clock values (?)", Timestamp.from(clock.instant()));
        jdbc.execute(
                """
                create function pg_temp.luck(of text) returns float8 language sql immutable parallel safe as
                $$ select (hashtextextended(of, 20261122) & 1073741823) / 1073741824.0::float8 $$
                """);
        SCRIPTS.forEach(this::run);
        var orders =
                Objects.requireNonNull(jdbc.queryForObject("select count(*) from orders_order_view", Integer.class));
        targets.finish();
        run("process-history");
        jdbc.execute("drop function pg_temp.luck(text)");
        return orders;
    }

    private void run(String script) {
        Script.named(DemoHistory.class, script).run(jdbc, targets);
    }
}
