package jp.otodoke.media.bulk;

import jp.otodoke.platform.data.BulkRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes advertising media in bulk.
 *
 * <p>Each method answers how many rows it wrote.
 */
@Component
@Profile("demo & !production")
public class BulkMedia {
    private final JdbcTemplate jdbc;

    BulkMedia(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Media. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int media(BulkRows rows) {
        return jdbc.update("insert into medium (%s) %s".formatted(rows.columns(), rows.query()));
    }
}
