package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes rows of the outbox, locked against other nodes, and records their outcome. */
@Component
class OutboxRows {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final RowMapper<OutboxRow> mapper;

    OutboxRows(JdbcClient jdbc, BusinessClock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        mapper = (row, number) -> new OutboxRow(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("type"),
                row.getString("key"),
                row.getString("reference"),
                json.readValue(row.getString("payload"), VALUES),
                row.getInt("attempts"));
    }

    /** The type of the row that has waited longest. */
    Optional<String> nextType(String partner) {
        return jdbc.sql(
                        """
                        select type from outbox_message
                         where partner = :partner and state = 'WAITING' and next_attempt_at <= :now
                         order by id limit 1""")
                .param("partner", partner)
                .param("now", now())
                .query(String.class)
                .optional();
    }

    /** Due rows, oldest first, locked until the transaction ends. */
    List<OutboxRow> hold(String partner, String type, int limit) {
        return jdbc.sql(
                        """
                        select id, partner, type, key, reference, payload, attempts from outbox_message
                         where partner = :partner and type = :type and state = 'WAITING' and next_attempt_at <= :now
                         order by id limit :limit for update skip locked""")
                .param("partner", partner)
                .param("type", type)
                .param("now", now())
                .param("limit", limit)
                .query(mapper)
                .list();
    }

    void assemble(List<OutboxRow> rows, long message) {
        jdbc.sql("update outbox_message set state = 'SEALED', message_id = :message, error = null where id = any(:ids)")
                .param("message", message)
                .param("ids", ids(rows))
                .update();
    }

    void close(List<OutboxRow> rows, String state) {
        jdbc.sql("update outbox_message set state = :state, done_at = :now, error = null where id = any(:ids)")
                .param("state", state)
                .param("now", now())
                .param("ids", ids(rows))
                .update();
    }

    void delivered(long message) {
        jdbc.sql("update outbox_message set state = 'DONE', done_at = :now where message_id = :message")
                .param("now", now())
                .param("message", message)
                .update();
    }

    /** Postpones the row for a while. */
    int failed(OutboxRow row, String error) {
        int failures = row.attempts() + 1;
        jdbc.sql(
                        """
                        update outbox_message set attempts = :failures, error = :error, next_attempt_at = :next
                         where id = :id and state = 'WAITING'""")
                .param("failures", failures)
                .param("error", error)
                .param("next", Timestamp.from(clock.instant().plus(RetryBackoff.after(failures))))
                .param("id", row.id())
                .update();
        return failures;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Long[] ids(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::id).toArray(Long[]::new);
    }
}
