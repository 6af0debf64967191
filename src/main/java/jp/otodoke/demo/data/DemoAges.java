package jp.otodoke.demo.data;

import jp.otodoke.demo.bulk.BulkTargets;
import jp.otodoke.demo.bulk.Script;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All open work was created within a minute; this backdates it to the age of its order, so that some of it is
 * overdue.
 */
@Component
@Profile("demo")
class DemoAges {
    private final JdbcTemplate jdbc;
    private final BulkTargets targets;

    DemoAges(JdbcTemplate jdbc, BulkTargets targets) {
        this.jdbc = jdbc;
        this.targets = targets;
    }

    @Transactional
    void give() {
        jdbc.execute("set local time zone 'Asia/Tokyo'");
        Script.named(DemoAges.class, "ages").run(jdbc, targets);
    }
}
