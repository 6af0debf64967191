package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in a partner's file: stored raw first, checked as a whole, then booked record by record. */
@Component
public class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final String UNKNOWN_TYPE = "UNKNOWN";

    /** Of so many bytes it is read while it is stored. */
    private static final int LARGE = 1024 * 1024;

    private final MessageLog messages;
    private final BookRecords bookRecords;
    private final FileBooking booking;
    private final FileFormats formats;
    private final PartnerTasks tasks;
    private final RefusedFiles refusedFiles;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    Intake(
            MessageLog messages,
            BookRecords bookRecords,
            FileBooking booking,
            FileFormats formats,
            PartnerTasks tasks,
            RefusedFiles refusedFiles,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.messages = messages;
        this.bookRecords = bookRecords;
        this.booking = booking;
        this.formats = formats;
        this.tasks = tasks;
        this.refusedFiles = refusedFiles;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a file in. The same file again changes nothing; an interrupted one continues where it stopped.
     *
     * @param finished whether the upload is known to be complete
     */
    public IntakeResult take(String partner, String fileName, FileContent content, boolean finished) {
        var sha256 = content.sha256();
        var known = find(partner, fileName, sha256);
        if (known.isPresent()) {
            return bookAgain(partner, fileName, content, known.get());
        }
        var format = format(partner, fileName);
        try {
            if (format.isEmpty()) {
                throw new FileRefused("unknown-type", BilingualText.of("partners.refused.unknown-type", fileName));
            }
            refuseSameName(partner, fileName, sha256, format.get());
            return store(format.get(), fileName, content);
        } catch (FileRefused e) {
            if (e.maybeIncomplete() && !finished) {
                return IntakeResult.INCOMPLETE;
            }
            refuse(partner, format, fileName, content, e);
            return IntakeResult.refused(e.reason().japanese());
        }
    }

    /** Reprocesses quarantined records, independently of each other. */
    <T> void bookAgain(FileFormat<T> format, long message, String fileName, FileContent content, List<Integer> lines) {
        var source = source(message, fileName, content);
        at(lines, FileReading.read(format, fileName, content))
                .forEach(record -> bookRecords.bookQuarantined(format, source, record));
    }

    /** Reprocesses one record in the caller's transaction; throws if it is still bad. */
    <T> void bookRecordAgain(FileFormat<T> format, long message, String fileName, FileContent content, int line) {
        var source = source(message, fileName, content);
        at(List.of(line), FileReading.read(format, fileName, content))
                .forEach(record -> bookRecords.bookAgain(format, source, record));
    }

    private static <T> List<FileRecord<T>> at(List<Integer> lines, List<FileRecord<T>> records) {
        var wanted = new HashSet<>(lines);
        return records.stream().filter(r -> wanted.contains(r.line())).toList();
    }

    private static Source source(long message, String fileName, FileContent content) {
        return new Source(message, fileName, content.sha256(), false);
    }

    private Optional<Known> find(String partner, String fileName, String sha256) {
        return jdbc.sql(
                        """
                        select id, state, error from partner_message
                         where direction = 'IN' and partner = :partner and sha256 = :sha256
                           and (business_date = :today or file_name = :name)
                           -- What an upload was refused for, such as another format, need not hold for a folder.
                           and not (uploaded and state in ('REFUSED', 'RECEIVED', 'STOPPED'))
                         order by id desc limit 1""")
                .param("partner", partner)
                .param("sha256", sha256)
                .param("today", clock.today())
                .param("name", fileName)
                .query(Known.class)
                .optional();
    }

    private IntakeResult bookAgain(String partner, String fileName, FileContent content, Known known) {
        if (known.state().equals("REFUSED")) {
            return IntakeResult.refused(String.valueOf(known.error()));
        }
        if (known.state().equals("RECEIVED")) {
            format(partner, fileName).ifPresent(format -> book(format, known.id(), fileName, content));
        } else {
            log.info("{} of {} was taken in before; nothing changes", fileName, partner);
        }
        return IntakeResult.BOOKED;
    }

    private void refuseSameName(String partner, String fileName, String sha256, FileFormat<?> format) {
        if (format.namesAreUnique() && nameTaken(partner, fileName, sha256)) {
            throw new FileRefused("same-name", BilingualText.of("partners.refused.name-taken", fileName));
        }
    }

    private boolean nameTaken(String partner, String fileName, String sha256) {
        return jdbc.sql(
                        """
                        select exists (select 1 from partner_message
                         where direction = 'IN' and partner = :partner and file_name = :name
                           and sha256 <> :sha256 and state <> 'REFUSED')""")
                .param("partner", partner)
                .param("name", fileName)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** What is stored while it is read is gone again if it is refused. */
    private <T> IntakeResult store(FileFormat<T> format, String fileName, FileContent content) {
        var reading = CompletableFuture.supplyAsync(
                () -> FileReading.read(format, fileName, content), work -> inThread(work, content));
        var id = transaction.execute(status -> {
            refusedFiles.replaced(format.partner(), fileName);
            var stored =
                    messages.insertIncoming(format.partner(), format.type(), fileName, content, "RECEIVED", 0, null);
            int records = read(reading).size();
            stored.ifPresent(message -> messages.counted(message, records));
            return stored;
        });
        if (id != null && id.isPresent()) {
            booking.book(format, source(id.get(), fileName, content), read(reading));
        }
        return IntakeResult.BOOKED;
    }

    /** A small one is not worth a thread. */
    private static void inThread(Runnable work, FileContent content) {
        if (content.size() < LARGE) {
            work.run();
        } else {
            FileThread.run(work, "-reading");
        }
    }

    /** As if it had been read on this thread. */
    private static <T> List<FileRecord<T>> read(CompletableFuture<List<FileRecord<T>>> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private <T> void book(FileFormat<T> format, long message, String fileName, FileContent content) {
        booking.book(format, source(message, fileName, content), FileReading.read(format, fileName, content));
    }

    private void refuse(
            String partner, Optional<FileFormat<?>> format, String fileName, FileContent content, FileRefused reason) {
        log.warn("{} of {} is refused: {}", fileName, partner, reason.code());
        var type = format.<String>map(FileFormat::type).orElse(UNKNOWN_TYPE);
        var group = format.<StaffGroup>map(FileFormat::group).orElse(StaffGroup.OPERATIONS);
        transaction.executeWithoutResult(status -> messages.insertIncoming(
                        partner,
                        type,
                        fileName,
                        content,
                        "REFUSED",
                        0,
                        reason.reason().japanese())
                .ifPresent(id -> {
                    jdbc.sql("update partner_message set processed_at = :now where id = :id")
                            .param("now", Timestamp.from(clock.instant()))
                            .param("id", id)
                            .update();
                    tasks.refused(id, partner, fileName, group, reason);
                }));
    }

    Optional<FileFormat<?>> format(String partner, String fileName) {
        return formats.named(partner, fileName);
    }

    record Known(long id, String state, @Nullable String error) {}
}
