package jp.otodoke.partners.exchange.routes;

import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.otodoke.partners.exchange.CompletedUploads;
import jp.otodoke.partners.exchange.RetryPartner;
import jp.otodoke.partners.exchange.StuckFiles;
import jp.otodoke.partners.exchange.WorkSignal;
import jp.otodoke.platform.nodes.Leases;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a partner's {@code in} folder: often, at once when signalled, seldom while the partner is unreachable.
 * Only one node at a time polls a folder. Files that may still be uploading are left alone.
 */
class PartnerFolder implements ScheduledPollConsumerScheduler, GenericFileFilter<Object>, PollingConsumerPollStrategy {
    private static final Logger log = LoggerFactory.getLogger(PartnerFolder.class);
    private static final long POLL_MILLIS = 200;
    private static final long POLL_AFTER_FAILURE_MILLIS = 1_000;

    /** A file whose size has not changed for this long is read. */
    private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** A file that ends too early and has not changed for this long will not grow any more. */
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String partner;
    private final String address;
    private final CompletedUploads uploads;
    private final RetryPartner retry;
    private final Leases leases;
    private final FileAttempts attempts;
    /** The names found by the poll that is running. */
    private final Set<String> listed = ConcurrentHashMap.newKeySet();

    private final Semaphore workAvailable = new Semaphore(0);
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private volatile @Nullable String failure;
    private volatile boolean running;
    private @Nullable Runnable poll;
    private @Nullable CamelContext camel;

    PartnerFolder(
            String partner,
            String address,
            CompletedUploads uploads,
            WorkSignal workSignal,
            RetryPartner retry,
            Leases leases,
            StuckFiles stuckFiles) {
        this.partner = partner;
        this.address = address;
        this.uploads = uploads;
        this.retry = retry;
        this.leases = leases;
        attempts = new FileAttempts(partner, stuckFiles, System::nanoTime);
        workSignal.register(CompletedUploads.inbox(partner), workAvailable::release);
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        var name = file.getFileNameOnly();
        if (file.isDirectory() || name.startsWith(".") || name.endsWith(".tmp")) {
            return false;
        }
        var now = new Seen(file.getFileLength(), file.getLastModified(), System.nanoTime(), false);
        var since = seen.merge(name, now, (before, after) -> before.sameAs(after) ? before : after);
        listed.add(name);
        return (uploads.contains(partner, name) || since.steady())
                && attempts.begin(name, now.length() + "/" + now.modified());
    }

    /** The file was read and ends too early: it is left alone until it changes or has clearly ended. */
    void leave(String name) {
        attempts.ended(name);
        seen.computeIfPresent(name, (n, since) -> new Seen(since.length(), since.modified(), since.at(), true));
    }

    /** Whether the file is complete. */
    boolean settled(String name) {
        var since = seen.get(name);
        return uploads.contains(partner, name) || (since != null && since.settled());
    }

    void forget(String name) {
        seen.remove(name);
        uploads.forget(partner, name);
    }

    /** Why the partner could not be reached at the last poll. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        listed.clear();
        if (endpoint instanceof TimedSftp.Endpoint timed) {
            timed.beginPoll();
        }
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (endpoint instanceof TimedSftp.Endpoint timed && timed.hasTimedOut()) {
            rollback(consumer, endpoint, 0, new SocketTimeoutException("timed out: a request was not answered"));
            return;
        }
        attempts.endedExcept(listed);
        if (failure != null) {
            log.info("{} is reachable again", partner);
            failure = null;
            retry.now(partner);
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        if (failure == null) {
            log.warn("{} can't be reached: {}", partner, String.valueOf(cause.getMessage()));
        }
        failure = String.valueOf(cause.getMessage());
        return false;
    }

    @Override
    public void onInit(Consumer consumer) {}

    @Override
    public void scheduleTask(Runnable task) {
        poll = task;
    }

    @Override
    public void unscheduleTask() {
        stop();
    }

    @Override
    public void startScheduler() {
        if (!running) {
            running = true;
            var thread = new Thread(this::poll, partner + "-inbox");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public boolean isSchedulerStarted() {
        return running;
    }

    private void poll() {
        var lease = leases.of("files of " + address);
        try {
            while (running) {
                workAvailable.tryAcquire(
                        failure == null ? POLL_MILLIS : POLL_AFTER_FAILURE_MILLIS, TimeUnit.MILLISECONDS);
                workAvailable.drainPermits();
                var task = poll;
                if (running && task != null) {
                    lease.whileMine(() -> poll(task));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean poll(Runnable task) {
        task.run();
        return true;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        running = false;
        workAvailable.release();
    }

    @Override
    public void shutdown() {
        stop();
    }

    @Override
    public void setCamelContext(@Nullable CamelContext camelContext) {
        camel = camelContext;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camel;
    }

    private record Seen(long length, long modified, long at, boolean incomplete) {
        boolean sameAs(Seen other) {
            return length == other.length && modified == other.modified;
        }

        boolean settled() {
            return System.nanoTime() - at >= SETTLED_NANOS;
        }

        boolean steady() {
            return incomplete ? settled() : System.nanoTime() - at >= STEADY_NANOS;
        }
    }
}
