package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.partners.exchange.FileFormat.Source;
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
    private final PartnerTasks tasks;

    ResendMessage(
            JdbcClient jdbc,
            BusinessClock clock,
            WorkSignal workSignal,
            Partners partners,
            Intake intake,
            MessageContents contents,
            PartnerTasks tasks) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.workSignal = workSignal;
        this.partners = partners;
        this.intake = intake;
        this.contents = contents;
        this.tasks = tasks;
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

    /**
     * Reprocesses all quarantined records; those that are still bad stay where they are, and a task tells of them.
     *
     * @throws Refusal if not one of them could be booked (conflict)
     */
    @Transactional
    public void bookAll(long id) {
        var message = load(id);
        var format = readable(message);
        var lines = open(id);
        try (var content = contents.of(id)) {
            intake.bookAgain(format, id, message.fileName(), content, lines);
            var left = open(id).size();
            if (left > 0 && left == lines.size()) {
                throw Refusal.conflict("partners.resend.all-still-bad", left);
            }
            if (left > 0) {
                tasks.moreRejected(format, new Source(id, message.fileName(), content.sha256(), false), left);
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
