package jp.otodoke.partners.exchange;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in an uploaded file: stored raw first, checked as a whole, then booked record by record as a partner's
 * file is. A repeated upload is processed again: its sender gets the outcome of each record, and nothing is booked
 * twice.
 */
@Component
public class UploadFile {
    private static final Logger log = LoggerFactory.getLogger(UploadFile.class);

    private final MessageLog messages;
    private final FileBooking booking;
    private final BookRecords bookRecords;
    private final FileImports imports;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    UploadFile(
            MessageLog messages,
            FileBooking booking,
            BookRecords bookRecords,
            FileImports imports,
            CurrentStaff staff,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.messages = messages;
        this.booking = booking;
        this.bookRecords = bookRecords;
        this.imports = imports;
        this.staff = staff;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Books all of it before it returns.
     *
     * @throws InvalidInput if the file is refused as a whole
     */
    public <T> FileImport take(FileFormat<T> format, String fileName, byte[] content) {
        var records = read(format, fileName, content);
        var source = store(format, fileName, content, records);
        booking.book(format, source, records);
        return imports.get(source.messageId());
    }

    /**
     * Books in the background and waits no longer than the given time.
     *
     * @return the progress at that moment
     * @throws InvalidInput if the file is refused as a whole
     */
    public <T> FileImport take(FileFormat<T> format, String fileName, byte[] content, Duration wait) {
        var records = read(format, fileName, content);
        var source = store(format, fileName, content, records);
        var work = booking.bookInBackground(format, source, records);
        try {
            work.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            log.debug("{} is booked in the background", fileName, stillRunning);
        } catch (ExecutionException e) {
            log.error("{} was not completely booked; booking will continue", fileName, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return imports.get(source.messageId());
    }

    /**
     * The outcome of a dry run: everything is done as usual and then rolled back, and nothing is stored.
     *
     * @throws InvalidInput if the file is refused as a whole
     */
    public <T> FileImport dryRun(FileFormat<T> format, String fileName, byte[] content) {
        AuditTrail.needsNoEntry();
        var records = parse(format, fileName, content);
        var outcome = bookRecords.dryRun(format, new Source(null, fileName, MessageLog.sha256(content), true), records);
        return new FileImport(
                0,
                format.type(),
                fileName,
                FileImport.State.DONE,
                records.size(),
                records.size(),
                outcome.created(),
                outcome.existing(),
                outcome.updated(),
                outcome.rejected().size(),
                clock.instant(),
                clock.instant(),
                outcome.rejected().stream()
                        .limit(IntakeProgress.MOST_LISTED)
                        .flatMap(rejected -> IntakeProgress.errors(format, rejected).stream())
                        .toList());
    }

    private <T> List<FileRecord<T>> read(FileFormat<T> format, String fileName, byte[] content) {
        try {
            return permitted(format, FileReading.read(format, fileName, content));
        } catch (FileRefused refused) {
            log.warn("{} is refused: {}", fileName, refused.code());
            transaction.executeWithoutResult(status -> messages.insertUpload(
                    format, fileName, content, "REFUSED", 0, refused.reason().japanese(), staff.name()));
            throw new InvalidInput(refused.problems());
        }
    }

    private static <T> List<FileRecord<T>> parse(FileFormat<T> format, String fileName, byte[] content) {
        try {
            return permitted(format, FileReading.read(format, fileName, content));
        } catch (FileRefused refused) {
            throw new InvalidInput(refused.problems());
        }
    }

    private static <T> List<FileRecord<T>> permitted(FileFormat<T> format, List<FileRecord<T>> records) {
        format.authorize(records);
        return records;
    }

    private <T> Source store(FileFormat<T> format, String fileName, byte[] content, List<FileRecord<T>> records) {
        // The audit entry is written with the last chunk.
        AuditTrail.needsNoEntry();
        var references = records.stream().flatMap(r -> r.references().stream()).toList();
        var id = transaction.execute(status -> {
            long message =
                    messages.insertUpload(format, fileName, content, "RECEIVED", records.size(), null, staff.name());
            messages.refer(message, references);
            return message;
        });
        return new Source(id, fileName, MessageLog.sha256(content), true);
    }
}
