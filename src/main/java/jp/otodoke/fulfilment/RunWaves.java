package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jp.otodoke.fulfilment.WaveSlices.Slice;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Works on the slices of waves, on every node and with several threads: each takes a slice that nobody works on and
 * releases its next customers in one transaction, so that a node that dies leaves a whole chunk to the others. Orders
 * that cannot be released fall out, one by one.
 */
@Component
class RunWaves extends RepeatedWork implements WorkInFlight {
    private static final int CUSTOMERS = 40;
    private static final int HOPELESS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(RunWaves.class);

    private final Waves waves;
    private final StopWave stopWave;
    private final WaveSlices slices;
    private final WaveExclusions exclusions;
    private final DueOrders dueOrders;
    private final ReleaseWave releaseWave;
    private final RetryOnConflict retryOnConflict;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final boolean active;

    RunWaves(
            Waves waves,
            StopWave stopWave,
            WaveSlices slices,
            WaveExclusions exclusions,
            DueOrders dueOrders,
            ReleaseWave releaseWave,
            RetryOnConflict retryOnConflict,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active,
            @Value("${otodoke.wave.threads:2}") int threads) {
        super("wave", Duration.ofSeconds(1), Duration.ofSeconds(1), active, threads);
        this.waves = waves;
        this.stopWave = stopWave;
        this.slices = slices;
        this.exclusions = exclusions;
        this.dueOrders = dueOrders;
        this.releaseWave = releaseWave;
        this.retryOnConflict = retryOnConflict;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.active = active;
    }

    /** How many chunks so many customers make, at least one. */
    static int chunks(int customers) {
        return Math.max(1, (customers + CUSTOMERS - 1) / CUSTOMERS);
    }

    @Override
    protected void repeat() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.error("Could not work on the waves; trying again", e);
        }
    }

    @Override
    public List<String> moving() {
        return active && running() ? List.of("ship wave") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Works until every slice is finished or worked on by somebody else. */
    void run() {
        while (!stopping() && slices.any() && chunk()) {}
        if (running()) {
            retryOnConflict.inTransaction(this::endFinished);
        }
    }

    private boolean running() {
        return jdbc.sql("select exists (select 1 from ship_wave where state = 'RUNNING')")
                .query(Boolean.class)
                .single();
    }

    /** @return whether a slice could be taken */
    private boolean chunk() {
        var taken = new AtomicReference<@Nullable Slice>();
        try {
            return retryOnConflict.inTransaction(() -> {
                var free = slices.take();
                taken.set(free.orElse(null));
                free.ifPresent(slice -> release(slice, CUSTOMERS));
                return free.isPresent();
            });
        } catch (RuntimeException e) {
            var slice = taken.get();
            if (slice == null || !isOfTheData(e)) {
                throw e;
            }
            oneByOne(slice);
            return true;
        }
    }

    /** @return whether more may be due */
    private boolean release(Slice slice, int limit) {
        var customers = dueOrders.customers(slice.shipDate(), slice.customers(), limit);
        if (!customers.isEmpty()) {
            var locked = dueOrders.lock(slice.shipDate(), customers);
            slices.count(slice, releaseWave.release(locked, slice.scope()));
            slices.moveTo(slice, customers.get(customers.size() - 1));
        }
        if (customers.size() < limit) {
            slices.done(slice);
        }
        return customers.size() == limit;
    }

    /** Something in the next chunk of the slice fails: its customers are tried one at a time. */
    private void oneByOne(Slice slice) {
        for (int i = 0; i < CUSTOMERS && !stopping() && nextCustomer(slice); i++) {}
    }

    private static boolean stopping() {
        return Thread.currentThread().isInterrupted();
    }

    private boolean nextCustomer(Slice slice) {
        try {
            return retryOnConflict.inTransaction(
                    () -> slices.lock(slice).map(now -> release(now, 1)).orElse(false));
        } catch (RuntimeException e) {
            if (!isOfTheData(e)) {
                throw e;
            }
            return orderByOrder(slice);
        }
    }

    private boolean orderByOrder(Slice slice) {
        var customer = retryOnConflict.inTransaction(() -> slices.lock(slice).stream()
                .flatMap(now -> dueOrders.customers(now.shipDate(), now.customers(), 1).stream())
                .findFirst());
        customer.ifPresent(one -> due(slice, one).forEach(order -> alone(slice, order)));
        return retryOnConflict.inTransaction(() -> slices.lock(slice)
                .map(now -> {
                    customer.ifPresent(one -> slices.moveTo(now, one));
                    return customer.isPresent();
                })
                .orElse(false));
    }

    private List<OrderNumber> due(Slice slice, CustomerNumber customer) {
        return retryOnConflict.inTransaction(() -> dueOrders.lock(slice.shipDate(), List.of(customer)));
    }

    /** The order is released alone, or falls out. */
    private void alone(Slice slice, OrderNumber order) {
        try {
            retryOnConflict.inTransaction(() -> slices.lock(slice)
                    .map(now -> {
                        slices.count(now, releaseWave.release(dueOrders.lock(now.shipDate(), order), now.scope()));
                        return true;
                    })
                    .orElse(false));
        } catch (RuntimeException e) {
            if (!isOfTheData(e)) {
                throw e;
            }
            LOG.error("Could not release order {} in wave {}; it is left out", order, slice.wave(), e);
            retryOnConflict.inTransaction(() -> slices.lock(slice)
                    .filter(now -> !dueOrders.lock(now.shipDate(), order).isEmpty())
                    .map(now -> {
                        exclusions.exclude(order, now.wave(), e);
                        slices.failed(now);
                        return true;
                    })
                    .orElse(false));
            stopIfHopeless(slice.wave());
        }
    }

    /** Where one order after another fails and none is released, the cause is none of the orders. */
    private void stopIfHopeless(long wave) {
        var now = waves.get(wave);
        if (now.released() == 0
                && now.failed() >= HOPELESS
                && retryOnConflict.inTransaction(() -> stopWave.stopIfRunning(wave, CurrentStaff.SYSTEM))) {
            LOG.error("Wave {} released nothing and {} orders fell out; it is stopped", wave, now.failed());
        }
    }

    /** What lies in the order, rather than in another user of it or in a database that does not answer. */
    private boolean isOfTheData(RuntimeException fault) {
        return !(fault instanceof TransientDataAccessException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof CannotCreateTransactionException
                || retryOnConflict.isConflict(fault));
    }

    private List<Long> endFinished() {
        var ended = jdbc.sql(
                        """
                        update ship_wave w set state = 'DONE', ended_at = :now
                         where state = 'RUNNING'
                           and not exists (select 1 from ship_wave_slice s where s.wave = w.id and s.state = 'RUNNING')
                        returning id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .list();
        if (!ended.isEmpty()) {
            events.publishEvent(new WaveSignal(WaveSignal.Kind.ENDED, ended));
        }
        return ended;
    }
}
