package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes files of outbox rows and sends them. A file gets its name and bytes in one transaction before it is first
 * sent, so the partner gets the same file with every attempt.
 */
@Component
class OutgoingFiles {
    private static final Logger log = LoggerFactory.getLogger(OutgoingFiles.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final OutboxRows rows;
    private final MessageLog messages;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;
    private final Transport transport;
    private final PartnerReachability contacts;

    OutgoingFiles(
            OutboxRows rows,
            MessageLog messages,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            BusinessClock clock,
            Transport transport,
            PartnerReachability contacts) {
        this.rows = rows;
        this.messages = messages;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.transport = transport;
        this.contacts = contacts;
    }

    /**
     * Seals one file of due rows. If the batch can't be written, each row is tried alone, so that one bad row does
     * not affect the others.
     */
    boolean assemble(OutgoingFormat format) {
        try {
            return assemble(format, format.batchSize());
        } catch (RuntimeException e) {
            log.warn("A batch of {} could not be written; trying its rows one by one", format.type(), e);
        }
        boolean any = false;
        for (int i = 0; i < format.batchSize() && assembleOne(format); i++) {
            any = true;
        }
        return any;
    }

    private boolean assembleOne(OutgoingFormat format) {
        try {
            return assemble(format, 1);
        } catch (RuntimeException e) {
            log.warn("A row of {} could not be written", format.type(), e);
            transaction.executeWithoutResult(status -> rows.hold(format.partner(), format.type(), 1)
                    .forEach(row -> contacts.rowFailed(row, rows.failed(row, FailureSummary.inWords(e)), e)));
            return true;
        }
    }

    private boolean assemble(OutgoingFormat format, int limit) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var batch = rows.hold(format.partner(), format.type(), limit);
            if (batch.isEmpty()) {
                return false;
            }
            var file = format.build(batch);
            if (file.records() == 0) {
                rows.close(batch, "DROPPED");
            } else {
                rows.assemble(batch, messages.ready(format.partner(), format.type(), nextName(format.type()), file));
            }
            return true;
        }));
    }

    private String nextName(String type) {
        long number =
                jdbc.sql("select nextval('partner_file_seq')").query(Long.class).single();
        return "%s_%s_%06d.csv".formatted(type, STAMP.format(clock.localNow()), number);
    }

    /** Sends the oldest file that is due. */
    boolean sendNext(String partner) {
        var attempt = new Attempt();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var file = hold(partner);
                file.ifPresent(f -> {
                    attempt.file = f;
                    transport.deliver(partner, f.fileName(), f.content());
                    sent(partner, f.id(), f.attempts());
                });
                return file.isPresent();
            }));
        } catch (RuntimeException e) {
            if (attempt.file == null) {
                throw e;
            }
            failed(partner, attempt.file, e);
            return true;
        }
    }

    private Optional<ReadyFile> hold(String partner) {
        return jdbc.sql(
                        """
                        select id, file_name, content, attempts from partner_message
                         where partner = :partner and state = 'READY' and next_attempt_at <= :now
                         order by id limit 1 for update skip locked""")
                .param("partner", partner)
                .param("now", Timestamp.from(clock.instant()))
                .query(ReadyFile.class)
                .optional();
    }

    private void sent(String partner, long id, int attempts) {
        jdbc.sql(
                        """
                        update partner_message set state = 'SENT', attempts = attempts + 1, next_attempt_at = null,
                               error = null, sent_at = :now
                         where id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        rows.delivered(id);
        contacts.reached(partner, attempts);
    }

    private void failed(String partner, ReadyFile file, RuntimeException reason) {
        int failures = file.attempts() + 1;
        log.warn(
                "{} could not be sent to {} (attempt {}): {}",
                file.fileName(),
                partner,
                failures,
                FailureSummary.inWords(reason));
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            update partner_message set attempts = :failures, error = :error, next_attempt_at = :next
                             where id = :id and state = 'READY'""")
                    .param("failures", failures)
                    .param("error", FailureSummary.inWords(reason))
                    .param("next", Timestamp.from(clock.instant().plus(RetryBackoff.after(failures))))
                    .param("id", file.id())
                    .update();
            contacts.unreached(partner, file.fileName(), failures, reason);
        });
    }

    private record ReadyFile(long id, String fileName, byte[] content, int attempts) {}

    private static final class Attempt {
        @Nullable
        ReadyFile file;
    }
}
