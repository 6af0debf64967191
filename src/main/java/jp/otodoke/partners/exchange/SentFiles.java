package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files sent to a partner, as far as the partner's answers refer to them. Works in the caller's transaction. */
@Component
public class SentFiles {
    private final JdbcClient jdbc;
    private final OutboxRows rows;
    private final BusinessClock clock;

    SentFiles(JdbcClient jdbc, OutboxRows rows, BusinessClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    public Optional<SentFile> find(String partner, String fileName) {
        return jdbc.sql(
                        """
                        select id, type from partner_message
                         where direction = 'OUT' and partner = :partner and file_name = :name""")
                .param("partner", partner)
                .param("name", fileName)
                .query((row, n) -> new SentFile(row.getLong("id"), row.getString("type")))
                .optional();
    }

    /** What the outbox rows in this file have under this name, by reference; of several the last. */
    public Map<String, String> values(SentFile file, String name) {
        var values = new HashMap<String, String>();
        jdbc.sql(
                        """
                        select reference, payload ->> :name from outbox_message
                         where message_id = :id and reference is not null and jsonb_exists(payload, :name) order by id""")
                .param("name", name)
                .param("id", file.id())
                .query(row -> {
                    values.put(row.getString(1), row.getString(2));
                });
        return values;
    }

    /** The partner has received it, even if the last attempt seemed to fail. */
    public void acknowledge(SentFile file, boolean accepted) {
        jdbc.sql(
                        """
                        update partner_message set state = :state, acknowledged_at = :now, next_attempt_at = null,
                               sent_at = coalesce(sent_at, :now)
                         where id = :id""")
                .param("state", accepted ? "ACKNOWLEDGED" : "REJECTED")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", file.id())
                .update();
        rows.delivered(file.id());
    }

    /** A file that was sealed for a partner. */
    public record SentFile(long id, String type) {}
}
