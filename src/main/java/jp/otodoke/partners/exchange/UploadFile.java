package jp.otodoke.partners.exchange;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
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

    /** A larger file is booked by the few threads that are there for it, so that little of it is held at a time. */
    private static final int BOOKED_HERE = 16 * 1024 * 1024;

    private final MessageLog messages;
    private final FileBooking booking;
    private final BookRecords bookRecords;
    private final FileImports imports;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final Duration longestWait;

    UploadFile(
            MessageLog messages,
            FileBooking booking,
            BookRecords bookRecords,
            FileImports imports,
            CurrentStaff staff,
            BusinessClock clock,
            TransactionTemplate transaction,
            @Value("${otodoke.uploads.answer-within:50s}") Duration longestWait) {
        this.messages = messages;
        this.booking = booking;
        this.bookRecords = bookRecords;
        this.imports = imports;
        this.staff = staff;
        this.clock = clock;
        this.transaction = transaction;
        this.longestWait = longestWait;
    }

    /**
     * Books it before it returns, unless that takes long: then the rest is booked in the background.
     *
     * @return the progress at that moment
     * @throws InvalidInput if the file is refused as a whole
     */
    public <T> FileImport take(FileFormat<T> format, String fileName, FileContent content) {
        return take(format, fileName, content, longestWait);
    }

    /**
     * The same, but waits no longer than the given time. The content is closed when nobody needs it any more.
     *
     * @return the progress at that moment
     * @throws InvalidInput if the file is refused as a whole
     */
    public <T> FileImport take(FileFormat<T> format, String fileName, FileContent content, Duration wait) {
        var deadline = new Deadline(wait);
        boolean handedOver = false;
        try {
            var records = read(format, fileName, content);
            var source = store(format, fileName, content, records.size());
            if (content.size() <= BOOKED_HERE && !wait.isZero()) {
                booking.book(format, source, records, deadline::isAhead);
            }
            var progress = imports.get(source.messageId());
            if (!progress.running()) {
                return progress;
            }
            handedOver = true;
            await(booking.bookInBackground(format, source, content), deadline, fileName);
            return imports.get(source.messageId());
        } finally {
            if (!handedOver) {
                content.close();
            }
        }
    }

    private static void await(Future<?> work, Deadline deadline, String fileName) {
        try {
            work.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            log.debug("{} is booked in the background", fileName, stillRunning);
        } catch (ExecutionException e) {
            log.error("{} was not completely booked; booking will continue", fileName, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The outcome of a dry run: everything is done as usual and then rolled back, and nothing is stored. What can't be
     * tried in the time that a sender waits is left out, and the outcome says so.
     *
     * @throws InvalidInput if the file is refused as a whole
     */
    public <T> FileImport dryRun(FileFormat<T> format, String fileName, FileContent content) {
        return dryRun(format, fileName, content, longestWait);
    }

    <T> FileImport dryRun(FileFormat<T> format, String fileName, FileContent content, Duration wait) {
        AuditTrail.needsNoEntry();
        var deadline = new Deadline(wait);
        try (content) {
            var records = parse(format, fileName, content);
            var source = new Source(null, fileName, content.sha256(), true);
            var run = bookRecords.dryRun(format, source, records, deadline::isAhead);
            return new FileImport(
                    0,
                    format.type(),
                    fileName,
                    FileImport.State.DONE,
                    records.size(),
                    run.tried(),
                    run.created(),
                    run.existing(),
                    run.updated(),
                    run.rejected(),
                    clock.instant(),
                    clock.instant(),
                    errors(format, run, records));
        }
    }

    private static <T> List<FileImport.Error> errors(FileFormat<T> format, DryRun run, List<FileRecord<T>> records) {
        var errors = run.listed().stream().flatMap(rejected -> IntakeProgress.errors(format, rejected).stream());
        return run.tried() == records.size()
                ? errors.toList()
                : Stream.concat(Stream.of(notTried(run.tried(), records)), errors)
                        .toList();
    }

    private static <T> FileImport.Error notTried(int tried, List<FileRecord<T>> records) {
        return new FileImport.Error(
                records.get(tried).line(),
                0,
                "file",
                "not-tried",
                BilingualText.of("partners.import.not-tried", tried, records.size() - tried),
                "");
    }

    private <T> List<FileRecord<T>> read(FileFormat<T> format, String fileName, FileContent content) {
        try {
            return permitted(format, FileReading.read(format, fileName, content));
        } catch (FileRefused refused) {
            log.warn("{} is refused: {}", fileName, refused.code());
            transaction.executeWithoutResult(status -> messages.insertUpload(
                    format, fileName, content, "REFUSED", 0, refused.reason().japanese(), staff.name()));
            throw refused.asInvalidInput();
        }
    }

    private static <T> List<FileRecord<T>> parse(FileFormat<T> format, String fileName, FileContent content) {
        try {
            return permitted(format, FileReading.read(format, fileName, content));
        } catch (FileRefused refused) {
            throw refused.asInvalidInput();
        }
    }

    private static <T> List<FileRecord<T>> permitted(FileFormat<T> format, List<FileRecord<T>> records) {
        format.authorize(records);
        return records;
    }

    private Source store(FileFormat<?> format, String fileName, FileContent content, int records) {
        // The audit entry is written with the last chunk.
        AuditTrail.needsNoEntry();
        var id = transaction.execute(
                status -> messages.insertUpload(format, fileName, content, "RECEIVED", records, null, staff.name()));
        return new Source(id, fileName, content.sha256(), true);
    }

    /** The moment until which a sender waits. */
    private record Deadline(long nanoTime) {
        Deadline(Duration wait) {
            this(System.nanoTime() + wait.toNanos());
        }

        boolean isAhead() {
            return nanoTime - System.nanoTime() > 0;
        }

        long millisLeft() {
            return Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime()));
        }
    }
}
