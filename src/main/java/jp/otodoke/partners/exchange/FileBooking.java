package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.platform.files.FileContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides who books a file: the thread that took it in, another thread of this node, or, if that is gone, the next
 * node that polls. A file is handed over only between two chunks.
 */
@Component
class FileBooking implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FileBooking.class);
    private static final int THREADS = 2;
    private static final int POLL_SECONDS = 5;
    private static final int LONGEST_CHUNK_SECONDS = 20;

    private final FileFormats formats;
    private final BookRecords bookRecords;
    private final IntakeProgress progress;
    private final MessageContents contents;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Set<Long> bookingHere = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private ExecutorService workers = workers();
    private ScheduledExecutorService poller = poller();

    FileBooking(
            FileFormats formats,
            BookRecords bookRecords,
            IntakeProgress progress,
            MessageContents contents,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.formats = formats;
        this.bookRecords = bookRecords;
        this.progress = progress;
        this.contents = contents;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** To the end, on the caller's thread. */
    <T> void book(FileFormat<T> format, Source source, List<FileRecord<T>> records) {
        book(format, source, records, () -> true);
    }

    /** @param goOn asked between chunks; when it returns false, the rest is left to another thread or node */
    <T> void book(FileFormat<T> format, Source source, List<FileRecord<T>> records, BooleanSupplier goOn) {
        bookingHere.add(source.messageId());
        try {
            bookRecords.book(format, source, records, goOn);
        } finally {
            bookingHere.remove(source.messageId());
        }
    }

    /**
     * On a thread of its own, which reads the content anew and closes it: what waits for a thread holds no records. When
     * this node stops, another one continues.
     */
    <T> CompletableFuture<Void> bookInBackground(FileFormat<T> format, Source source, FileContent content) {
        bookingHere.add(source.messageId());
        try {
            return CompletableFuture.runAsync(
                    new DelegatingSecurityContextRunnable(() -> inBackground(format, source, content)), workers);
        } catch (RejectedExecutionException stopping) {
            log.debug("{} is left to another node", source.fileName(), stopping);
            bookingHere.remove(source.messageId());
            content.close();
            release(source);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void release(Source source) {
        transaction.executeWithoutResult(status -> progress.release(source.messageId()));
    }

    private <T> void inBackground(FileFormat<T> format, Source source, FileContent content) {
        try (content) {
            if (running) {
                book(format, source, FileReading.read(format, source.fileName(), content), () -> running);
            }
        } finally {
            bookingHere.remove(source.messageId());
            if (!running) {
                release(source);
            }
        }
    }

    /**
     * Continues files whose booking was interrupted, independently of each other: an unreadable one does not stop
     * the rest.
     */
    void resume() {
        progress.orphaned().stream().filter(id -> !bookingHere.contains(id)).forEach(this::resume);
    }

    private void resume(long message) {
        var claimed = transaction.execute(status -> progress.claim(message));
        if (Boolean.TRUE.equals(claimed)) {
            try {
                resume(stored(message));
            } catch (RuntimeException e) {
                log.error("Message {} could not be booked; the check for unbooked files will report it", message, e);
            }
        }
    }

    private Stored stored(long message) {
        return jdbc.sql("select id, partner, type, file_name, sha256, uploaded from partner_message where id = :id")
                .param("id", message)
                .query(Stored.class)
                .single();
    }

    private void resume(Stored file) {
        var format = file.uploaded()
                ? formats.ofType(file.partner(), file.type())
                : formats.named(file.partner(), file.fileName());
        format.ifPresent(f -> {
            log.info("{} was not completely booked; this node continues it", file.fileName());
            resume(f, file);
        });
    }

    private <T> void resume(FileFormat<T> format, Stored file) {
        var source = new Source(file.id(), file.fileName(), file.sha256(), file.uploaded());
        try (var content = contents.of(file.id())) {
            var records = FileReading.read(format, file.fileName(), content);
            book(format, source, records, () -> running || !file.uploaded());
        }
    }

    @Override
    public void start() {
        running = true;
        workers = workers();
        poller = poller();
        poller.scheduleWithFixedDelay(this::poll, 1, POLL_SECONDS, TimeUnit.SECONDS);
    }

    /** The database or memory may be available again at the next run; an exception would end all runs. */
    private void poll() {
        try {
            resume();
        } catch (RuntimeException | Error e) {
            log.warn("Failed to look for files that were not completely booked", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        poller.shutdown();
        workers.shutdown();
        try {
            poller.awaitTermination(LONGEST_CHUNK_SECONDS, TimeUnit.SECONDS);
            workers.awaitTermination(LONGEST_CHUNK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ExecutorService workers() {
        return Executors.newFixedThreadPool(THREADS, named("intake"));
    }

    private static ScheduledExecutorService poller() {
        return Executors.newSingleThreadScheduledExecutor(named("intake-resume"));
    }

    private static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private record Stored(long id, String partner, String type, String fileName, String sha256, boolean uploaded) {}
}
