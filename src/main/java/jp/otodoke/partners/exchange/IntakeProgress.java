package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.partners.exchange.Outcome.Rejected;
import jp.otodoke.platform.nodes.Nodes;
import jp.otodoke.platform.nodes.ThisNode;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The progress of each file, stored with what was booked, so that any node can continue. Works in the caller's
 * transaction.
 */
@Component
class IntakeProgress {
    /** No records are left to be booked. */
    static final int DONE = -1;

    /**
     * A file that could not be finished in this many attempts is left to a person; the check for unbooked files
     * reports it.
     */
    private static final int ATTEMPTS = 5;

    /** The mistakes of so many rejected records of an upload are listed; all are counted. */
    static final int MOST_LISTED = 1_000;

    /** So many mistakes of one record are listed. */
    private static final int MOST_OF_ONE = 100;

    private static final int LONGEST_SHOWN = 2_000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final ThisNode node;
    private final Nodes nodes;
    private final AuditTrail audit;

    IntakeProgress(JdbcClient jdbc, BusinessClock clock, ThisNode node, Nodes nodes, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
        this.nodes = nodes;
        this.audit = audit;
    }

    int mark(Source source) {
        return readMark(source, "");
    }

    int lockedMark(Source source) {
        return readMark(source, " for no key update");
    }

    private int readMark(Source source, String lock) {
        return jdbc.sql("select next_record from partner_message where id = :id and state = 'RECEIVED'" + lock)
                .param("id", source.messageId())
                .query(Integer.class)
                .optional()
                .orElse(DONE);
    }

    void add(FileFormat<?> format, Source source, Outcome outcome) {
        int rejectedSoFar = jdbc.sql(
                        """
                        update partner_message
                           set created_count = created_count + :created, existing_count = existing_count + :existing,
                               updated_count = updated_count + :updated, rejected_count = rejected_count + :rejected
                         where id = :id
                        returning rejected_count""")
                .param("created", outcome.created())
                .param("existing", outcome.existing())
                .param("updated", outcome.updated())
                .param("rejected", outcome.rejected().size())
                .param("id", source.messageId())
                .query(Integer.class)
                .single();
        // Whoever has sent so many bad records looks for what they have in common, not at each of them.
        if ((source.uploaded() || !format.quarantines(source))
                && rejectedSoFar - outcome.rejected().size() < MOST_LISTED) {
            outcome.rejected().forEach(rejected -> addMistakes(format, source, rejected));
        }
    }

    private <T> void addMistakes(FileFormat<T> format, Source source, Rejected rejected) {
        for (var error : errors(format, rejected)) {
            jdbc.sql(
                            """
                            insert into partner_message_mistake
                                   (message_id, line, position, field, code, message, message_en, record)
                            values (:message, :line, :position, :field, :code, :text, :english, :record)""")
                    .param("message", source.messageId())
                    .param("line", error.line())
                    .param("position", error.position())
                    .param("field", error.field())
                    .param("code", error.code())
                    .param("text", error.words().japanese())
                    .param("english", error.words().english())
                    .param("record", error.row())
                    .update();
        }
    }

    /** Safe: the rejected record was read by the format itself. */
    @SuppressWarnings("unchecked")
    static <T> List<FileImport.Error> errors(FileFormat<T> format, Rejected rejected) {
        var record = (FileRecord<T>) rejected.record();
        return rejected.mistakes().stream()
                .limit(MOST_OF_ONE)
                .map(m -> new FileImport.Error(
                        m.line(),
                        m.position(),
                        m.field(),
                        m.code(),
                        format.words(m),
                        shown(format.lineOf(record, m.line()))))
                .toList();
    }

    private static String shown(String line) {
        var text = line.replace("\0", "");
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    void move(Source source, int next, boolean done) {
        jdbc.sql(
                        """
                        update partner_message set next_record = :next, state = case when :done then 'DONE' else state end,
                               processed_at = case when :done then cast(:now as timestamptz) end
                         where id = :id""")
                .param("next", next)
                .param("done", done)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", source.messageId())
                .update();
        if (done && source.uploaded()) {
            note("file-imported", source.messageId());
        }
    }

    /** @return whether there was anything left to stop */
    boolean stop(long id) {
        boolean stopped = jdbc.sql(
                                """
                                update partner_message set state = 'STOPPED', processed_at = :now
                                 where id = :id and uploaded and state = 'RECEIVED'""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
        if (stopped) {
            note("file-import-stopped", id);
        }
        return stopped;
    }

    /** The audit trail records what was actually booked, whichever node finished it, and who had uploaded it. */
    private void note(String action, long id) {
        var booked = jdbc.sql(
                        """
                        select file_name, type || ': created=' || created_count || ' existing=' || existing_count
                               || ' updated=' || updated_count || ' rejected=' || rejected_count
                               || ' of ' || record_count || ', sent by ' || coalesce(sent_by, '-') as what
                          from partner_message where id = :id""")
                .param("id", id)
                .query(Booked.class)
                .single();
        audit.record(action, booked.fileName(), booked.what());
    }

    /** Files whose booking was interrupted: by a node that is gone, or by an error on this one. */
    List<Long> orphaned() {
        return jdbc.sql(
                        """
                        select id from partner_message
                         where direction = 'IN' and state = 'RECEIVED' and attempts < :most
                           and (worker is null or worker = :me or worker <> all(:living)) order by id""")
                .param("most", ATTEMPTS)
                .param("me", node.name())
                .param("living", nodes.living().stream().map(Nodes.Node::name).toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    /** @return whether this node now books it */
    boolean claim(long id) {
        return jdbc.sql(
                                """
                                update partner_message set worker = :me, attempts = attempts + 1
                                 where id = :id and state = 'RECEIVED'
                                   and (worker is null or worker = :me or worker <> all(:living))""")
                        .param("me", node.name())
                        .param("id", id)
                        .param(
                                "living",
                                nodes.living().stream().map(Nodes.Node::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    /** This node leaves it to the others. */
    void release(long id) {
        jdbc.sql("update partner_message set worker = null where id = :id and worker = :me")
                .param("id", id)
                .param("me", node.name())
                .update();
    }

    private record Booked(String fileName, String what) {}
}
