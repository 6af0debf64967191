package jp.otodoke.inserts.bulk;

import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes insert rules in bulk. */
@Component
@Profile("demo & !production")
class BulkInsertRules implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkInsertRules(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of("insertRules.rules", this::rules);
    }

    /** Rules. */
    private int rules(BulkRows rows) {
        return jdbc.update("insert into insert_rule (%s) %s".formatted(rows.columns(), rows.query()));
    }
}
