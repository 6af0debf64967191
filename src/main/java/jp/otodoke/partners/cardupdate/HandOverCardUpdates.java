package jp.otodoke.partners.cardupdate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.partners.exchange.Transport;
import jp.otodoke.payments.CardUpdateFiles;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Places request files into the folder of the agency. A file is frozen before it is placed, so that another attempt places the same bytes
 * under the same name; no log of messages keeps its tokens.
 */
@Component
class HandOverCardUpdates extends RepeatedWork implements WorkInFlight {
    private static final Logger log = LoggerFactory.getLogger(HandOverCardUpdates.class);

    private final CardUpdateFiles updates;
    private final Transport transport;
    private final BusinessClock clock;
    private final boolean active;

    /** Those that failed last time wait for the next, and nothing waits for them. */
    private volatile Set<Long> failed = Set.of();

    HandOverCardUpdates(
            CardUpdateFiles updates,
            Transport transport,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("hand-over-card-updates", Duration.ofSeconds(40), Duration.ofSeconds(10), active);
        this.updates = updates;
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
                log.error("Could not look for card updates to hand over; trying again", e);
            }
        }
    }

    void run() {
        failed = updates.waiting().stream()
                .filter(update -> !handedOver(update))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One that can't be handed over keeps no other back. */
    private boolean handedOver(long update) {
        try {
            updates.write(update, CardUpdateRequest::write);
            updates.place(
                    update,
                    file -> transport.deliver(CardUpdateFormat.AGENCY, FetchCardUpdateRequest.name(update), file));
            return true;
        } catch (RuntimeException e) {
            log.error("Could not hand over card update {}; trying again", update, e);
            return false;
        }
    }

    @Override
    public List<String> moving() {
        if (!active || !transport.running()) {
            return List.of();
        }
        var waiting = updates.waiting().stream()
                .filter(update -> !failed.contains(update))
                .toList();
        return waiting.isEmpty() ? List.of() : List.of("files of card updates " + waiting);
    }

    /** They are made on a day. */
    @Override
    public Optional<Instant> nextDue() {
        return active
                ? Optional.of(clock.today()
                        .plusDays(1)
                        .atStartOfDay(BusinessClock.TOKYO)
                        .toInstant())
                : Optional.empty();
    }
}
