package jp.otodoke.partners.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.partners.exchange.Transport;
import jp.otodoke.payments.DebitsToHandOver;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Places the files of cycles that go by themselves into the folder of the agency. A file is frozen before it is placed, so that
 * another attempt places the same bytes under the same name; no log of messages keeps its accounts. After an interruption it is
 * not placed again by itself, since the agency may have taken it.
 */
@Component
class HandOverDebits extends RepeatedWork implements WorkInFlight {
    private static final Logger log = LoggerFactory.getLogger(HandOverDebits.class);

    private final ObjectProvider<DebitsToHandOver> debits;
    private final FetchDebitRequest fetchDebitRequest;
    private final Transport transport;
    private final BusinessClock clock;
    private final boolean active;

    /** Those that failed last time wait for the next, and nothing waits for them. */
    private volatile Set<Long> failed = Set.of();

    private volatile boolean placing;

    HandOverDebits(
            ObjectProvider<DebitsToHandOver> debits,
            FetchDebitRequest fetchDebitRequest,
            Transport transport,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("hand-over-debits", Duration.ofSeconds(35), Duration.ofSeconds(10), active);
        this.debits = debits;
        this.fetchDebitRequest = fetchDebitRequest;
        this.transport = transport;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        if (transport.ready()) {
            try {
                run();
            } catch (RuntimeException e) {
                log.error("Could not look for direct debits to hand over; trying again", e);
            }
        }
    }

    void run() {
        debits.ifAvailable(due -> failed =
                due.take().stream().filter(cycle -> !handOver(due, cycle)).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public List<String> moving() {
        if (!active || !transport.running()) {
            return List.of();
        }
        // In this order: it waits until it is being placed.
        var waiting = Stream.ofNullable(debits.getIfAvailable())
                .flatMap(due -> due.waiting().stream())
                .filter(cycle -> !failed.contains(cycle))
                .toList();
        return placing || !waiting.isEmpty() ? List.of("files of direct debits " + waiting) : List.of();
    }

    /** Cycles become due on a day. */
    @Override
    public Optional<Instant> nextDue() {
        return active
                ? Optional.of(clock.today()
                        .plusDays(1)
                        .atStartOfDay(BusinessClock.TOKYO)
                        .toInstant())
                : Optional.empty();
    }

    /**
     * One that can't be handed over keeps no other back.
     *
     * @return false if it is to be tried again
     */
    private boolean handOver(DebitsToHandOver due, long cycle) {
        placing = true;
        try {
            place(due, cycle);
            return true;
        } catch (RuntimeException e) {
            log.error("Could not hand over direct debit {}; trying again", cycle, e);
            return false;
        } finally {
            placing = false;
        }
    }

    /** What happens after it is placed does not make it fail: it would be placed again. */
    private void place(DebitsToHandOver due, long cycle) {
        try {
            var file = fetchDebitRequest.toPlace(cycle);
            if (file.isEmpty()) {
                log.warn("Nothing of direct debit {} is left to hand over", cycle);
                return;
            }
            if (!due.begin(cycle)) {
                return;
            }
            transport.deliver(BankPartners.AGENCY, "FURIKAE_%06d.txt".formatted(cycle), file.get());
        } catch (RuntimeException e) {
            due.failed(cycle);
            throw e;
        }
        due.done(cycle);
    }
}
