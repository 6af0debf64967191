package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.Optional;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.nodes.ThisNode;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what was exchanged with partners, byte for byte. Every method works in the caller's transaction. */
@Component
public class MessageLog {
    /** Nobody looks for a longer number, and an index doesn't hold every length. */
    private static final int LONGEST_REFERENCE = 200;

    private final JdbcClient jdbc;
    private final MessageContents contents;
    private final BusinessClock clock;
    private final ThisNode node;

    MessageLog(JdbcClient jdbc, MessageContents contents, BusinessClock clock, ThisNode node) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
        this.node = node;
    }

    /**
     * A call or mail that has just been made.
     *
     * @param name unique for the partner
     */
    public long sent(String partner, String type, String name, byte[] content, Collection<String> references) {
        long id = insert("OUT", partner, type, name, content, "SENT", 1, null, null);
        refer(id, references);
        return id;
    }

    /**
     * A call from a partner that has just been answered. If the same content comes again that day, the first
     * message is kept.
     *
     * @return the message that holds the content
     */
    public long received(String partner, String type, String name, byte[] bytes, Collection<String> references) {
        var content = FileContent.of(bytes);
        return insertIncoming(partner, type, name, content, "DONE", 1, null)
                .map(id -> {
                    jdbc.sql(
                                    "update partner_message set processed_at = created_at, next_record = record_count where id = :id")
                            .param("id", id)
                            .update();
                    refer(id, references);
                    return id;
                })
                .orElseGet(() -> jdbc.sql(
                                """
                                select id from partner_message where direction = 'IN' and not uploaded and partner = :partner
                                   and sha256 = :sha256 and business_date = :today""")
                        .param("partner", partner)
                        .param("sha256", content.sha256())
                        .param("today", clock.today())
                        .query(Long.class)
                        .single());
    }

    long ready(String partner, String type, String name, OutgoingFile file) {
        var note = file.notes().isEmpty() ? null : String.join("\n", file.notes());
        long id = insert("OUT", partner, type, name, file.content(), "READY", file.records(), null, note);
        refer(id, file.references());
        return id;
    }

    /**
     * @param sentBy who uploaded it; a repeated upload is a message of its own, since its sender waits for the
     *     result
     */
    long insertUpload(
            FileFormat<?> format,
            String name,
            FileContent content,
            String state,
            int records,
            @Nullable String error,
            String sentBy) {
        long id = jdbc.sql(
                        """
                        insert into partner_message (direction, partner, type, file_name, content, sha256, business_date,
                            state, record_count, error, created_at, processed_at, uploaded, sent_by, worker)
                        values ('IN', :partner, :type, :name, :content, :sha256, :today, :state, :records, :error, :now,
                            case when :state = 'REFUSED' then cast(:now as timestamptz) end, true, :sentBy, :worker)
                        returning id""")
                .param("partner", format.partner())
                .param("type", format.type())
                .param("name", name)
                .param("content", contents.first(content))
                .param("sha256", content.sha256())
                .param("today", clock.today())
                .param("state", state)
                .param("records", records)
                .param("error", error)
                .param("now", Timestamp.from(clock.instant()))
                .param("sentBy", sentBy)
                .param("worker", node.name())
                .query(Long.class)
                .single();
        contents.addRest(id, content);
        return id;
    }

    Optional<Long> insertIncoming(
            String partner,
            String type,
            String name,
            FileContent content,
            String state,
            int records,
            @Nullable String error) {
        var id = insertStatement("IN", partner, type, name, content, state, records, error, null)
                .query(Long.class)
                .optional();
        id.ifPresent(message -> contents.addRest(message, content));
        return id;
    }

    /** So many records are in it. */
    void counted(long message, int records) {
        jdbc.sql("update partner_message set record_count = :records where id = :id")
                .param("records", records)
                .param("id", message)
                .update();
    }

    private long insert(
            String direction,
            String partner,
            String type,
            String name,
            byte[] bytes,
            String state,
            int records,
            @Nullable String error,
            @Nullable String note) {
        var content = FileContent.of(bytes);
        long id = insertStatement(direction, partner, type, name, content, state, records, error, note)
                .query(Long.class)
                .single();
        contents.addRest(id, content);
        return id;
    }

    private JdbcClient.StatementSpec insertStatement(
            String direction,
            String partner,
            String type,
            String name,
            FileContent content,
            String state,
            int records,
            @Nullable String error,
            @Nullable String note) {
        return jdbc.sql(
                        """
                        insert into partner_message (direction, partner, type, file_name, content, sha256,
                            business_date, state, record_count, error, note, created_at, next_attempt_at, sent_at, worker)
                        values (:direction, :partner, :type, :name, :content, :sha256, :today, :state, :records,
                            :error, :note, :now, case when :state = 'READY' then cast(:now as timestamptz) end,
                            case when :state = 'SENT' then cast(:now as timestamptz) end,
                            case when :state = 'RECEIVED' then :worker end)
                        on conflict (partner, sha256, business_date) where direction = 'IN' and not uploaded do nothing
                        returning id""")
                .param("direction", direction)
                .param("partner", partner)
                .param("type", type)
                .param("name", name)
                .param("content", contents.first(content))
                .param("sha256", content.sha256())
                .param("today", clock.today())
                .param("state", state)
                .param("records", records)
                .param("error", error)
                .param("note", note)
                .param("worker", node.name())
                .param("now", Timestamp.from(clock.instant()));
    }

    void refer(long message, Collection<String> references) {
        var found = references.stream()
                .filter(reference -> reference.length() <= LONGEST_REFERENCE)
                .toList();
        if (!found.isEmpty()) {
            jdbc.sql(
                            """
                            insert into partner_message_reference (reference, message_id)
                            select distinct unnest(:references), :id on conflict do nothing""")
                    .param("references", found.toArray(String[]::new))
                    .param("id", message)
                    .update();
        }
    }
}
