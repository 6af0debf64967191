package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.files.FileContentWriter;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bytes of messages, in parts: the first stands with the message, so that most messages have only that. Works in
 * the caller's transaction.
 */
@Component
class MessageContents {
    /** Larger arrays are a trouble to the collector of a small heap. */
    private static final int PART = 256 * 1024;

    private final JdbcClient jdbc;

    MessageContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be stored with the message itself. */
    byte[] first(FileContent content) {
        return content.read(0, PART);
    }

    /** Stores what follows the first part. */
    void addRest(long message, FileContent content) {
        for (long from = PART; from < content.size(); from += PART) {
            jdbc.sql("insert into partner_message_part (message_id, begins_at, content) values (:id, :begin, :content)")
                    .param("id", message)
                    .param("begin", from)
                    .param("content", content.read(from, PART))
                    .update();
        }
    }

    /** @throws Refusal if there is no such message */
    FileContent of(long message) {
        try (var all = new FileContentWriter()) {
            all.write(jdbc.sql("select content from partner_message where id = :id")
                    .param("id", message)
                    .query((row, number) -> row.getBytes(1))
                    .optional()
                    .orElseThrow(() -> Refusal.notFound("partners.message.not-found", message)));
            for (var from : parts(message)) {
                all.write(jdbc.sql(
                                "select content from partner_message_part where message_id = :id and begins_at = :begin")
                        .param("id", message)
                        .param("begin", from)
                        .query((row, number) -> row.getBytes(1))
                        .single());
            }
            return all.finish();
        }
    }

    private List<Long> parts(long message) {
        return jdbc.sql("select begins_at from partner_message_part where message_id = :id order by begins_at")
                .param("id", message)
                .query(Long.class)
                .list();
    }
}
