package jp.otodoke.demo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has ended, written by a few set-based statements in one transaction: thousands of orders by the
 * ordinary way would keep a newcomer waiting for minutes. The same day gives the same data.
 */
@Component
@Profile("demo")
class DemoHistory {
    private static final List<String> SCRIPTS =
            List.of("products.sql", "media.sql", "customers.sql", "history.sql", "process-history.sql");

    private final JdbcTemplate jdbc;
    private final BusinessClock clock;

    DemoHistory(JdbcTemplate jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean needed() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select not exists (select 1 from product) and not exists (select 1 from customer)
                   and not exists (select 1 from orders)
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
        SCRIPTS.forEach(script -> jdbc.execute(text(script)));
        jdbc.execute("drop function pg_temp.luck(text)");
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from orders", Integer.class));
    }

    private static String text(String script) {
        try {
            return new ClassPathResource(script, DemoHistory.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
