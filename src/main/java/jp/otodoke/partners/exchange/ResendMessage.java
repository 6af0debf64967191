package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repeats a message: a file is sent again under its name with the same bytes, which the partner recognises; of an
 * incoming file the quarantined records are reprocessed.
 */
@Component
public class ResendMessage {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final WorkSignal workSignal;
    private final Partners partners;
    private final Intake intake;
    private final MessageContents contents;

    ResendMessage(
            JdbcClient jdbc,
            BusinessClock clock,
            WorkSignal workSignal,
            Partners partners,
            Intake intake,
            MessageContents contents) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.workSignal = workSignal;
        this.partners = partners;
        this.intake = intake;
        this.contents = contents;
    }

    /** @throws Refusal if there is none, or it can't be repeated */
    @Transactional
    public void resend(long id) {
        var message = load(id);
        if (message.direction().equals("OUT")) {
            sendAgain(message);
        } else {
            var format = readable(message);
            try (var content = contents.of(id)) {
                intake.bookAgain(format, id, message.fileName(), content, open(id));
            }
        }
    }

    /** Reprocesses one quarantined record; throws if it is still bad. */
    @Transactional
    public void bookAgain(long id, int line) {
        var message = load(id);
        try (var content = contents.of(id)) {
            intake.bookRecordAgain(readable(message), id, message.fileName(), content, line);
        }
    }

    private Stored load(long id) {
        return jdbc.sql(
                        """
                        select id, direction, partner, type, file_name, state from partner_message
                         where id = :id for no key update""")
                .param("id", id)
                .query(Stored.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("partners.message.not-found", id));
    }

    private void sendAgain(Stored message) {
        if (!partners.sends(message.partner(), message.type())) {
            throw Refusal.conflict("partners.resend.not-a-file", message.fileName());
        }
        jdbc.sql("update partner_message set state = 'READY', next_attempt_at = :now, error = null where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", message.id())
                .update();
        workSignal.afterCommit(message.partner());
    }

    private FileFormat<?> readable(Stored message) {
        if (!message.state().equals("DONE")) {
            throw Refusal.conflict("partners.resend.refused", message.fileName());
        }
        return intake.format(message.partner(), message.fileName())
                .orElseThrow(() -> Refusal.conflict("partners.resend.not-a-file", message.fileName()));
    }

    private List<Integer> open(long id) {
        return jdbc.sql("select line from quarantined_record where message_id = :id and state = 'OPEN' order by line")
                .param("id", id)
                .query(Integer.class)
                .list();
    }

    private record Stored(long id, String direction, String partner, String type, String fileName, String state) {}
}
