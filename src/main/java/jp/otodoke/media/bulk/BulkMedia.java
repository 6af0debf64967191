package jp.otodoke.media.bulk;

import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes advertising media in bulk. */
@Component
@Profile("demo & !production")
class BulkMedia implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkMedia(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of("media.media", this::media);
    }

    /** Media. */
    private int media(BulkRows rows) {
        return jdbc.update("insert into medium (%s) %s".formatted(rows.columns(), rows.query()));
    }
}
