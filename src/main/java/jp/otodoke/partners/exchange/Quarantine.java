package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores bad records until a person has resolved them, each with its row and its mistakes. */
@Component
class Quarantine {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final PartnerTasks tasks;
    private final OwnTasks ownTasks;

    Quarantine(JdbcClient jdbc, BusinessClock clock, PartnerTasks tasks, OwnTasks ownTasks) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tasks = tasks;
        this.ownTasks = ownTasks;
    }

    void add(FileFormat<?> format, Source source, FileRecord<?> bad, Mistake mistake) {
        var problem = new FieldProblem(mistake.field(), mistake.code(), format.wordsWithPlace(mistake));
        jdbc.sql(
                        """
                        insert into quarantined_record (message_id, line, field, code, message, raw, state, created_at)
                        values (:message, :line, :field, :code, :text, :raw, 'OPEN', :now)
                        on conflict (message_id, line) do update
                           set field = :field, code = :code, message = :text, state = 'OPEN', resolved_at = null""")
                .param("message", source.messageId())
                .param("line", bad.line())
                .param("field", problem.field())
                .param("code", problem.code())
                .param("text", problem.words().japanese())
                .param("raw", bad.raw())
                .param("now", now())
                .update();
        if (ownTasks.grant(source.messageId())) {
            tasks.rejected(format, source, bad, problem);
        }
    }

    /** The record is booked after all, or a person decided to skip it. */
    void resolve(long message, int line, String state) {
        jdbc.sql(
                        """
                        update quarantined_record set state = :state, resolved_at = :now
                         where message_id = :message and line = :line and state = 'OPEN'""")
                .param("state", state)
                .param("now", now())
                .param("message", message)
                .param("line", line)
                .update();
        tasks.recordDone(message, line);
    }

    /** A person decided to skip all that wait. */
    void dismissAll(long message) {
        var lines = jdbc.sql(
                        """
                        update quarantined_record set state = 'DISMISSED', resolved_at = :now
                         where message_id = :message and state = 'OPEN' returning line""")
                .param("now", now())
                .param("message", message)
                .query(Integer.class)
                .list();
        tasks.recordsDone(message, lines);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
