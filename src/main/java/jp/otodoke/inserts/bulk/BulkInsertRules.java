package jp.otodoke.inserts.bulk;

import jp.otodoke.platform.data.BulkRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes insert rules in bulk.
 *
 * <p>Each method answers how many rows it wrote.
 */
@Component
@Profile("demo & !production")
public class BulkInsertRules {
    private final JdbcTemplate jdbc;

    BulkInsertRules(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rules. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int rules(BulkRows rows) {
        return jdbc.update("insert into insert_rule (%s) %s".formatted(rows.columns(), rows.query()));
    }
}
