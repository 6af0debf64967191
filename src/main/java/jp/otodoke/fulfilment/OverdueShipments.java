package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Escalates shipments past their deadline, with one query for all of them instead of a timer per shipment and
 * step. Runs on every node; rows locked by another node are skipped.
 */
@Component
class OverdueShipments extends RepeatedWork implements WorkInFlight {
    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final Shipments shipments;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final boolean active;

    OverdueShipments(
            JdbcClient jdbc,
            Shipments shipments,
            ApplicationEventPublisher events,
            BusinessClock clock,
            PlatformTransactionManager transactions,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("overdue", Duration.ofSeconds(1), Duration.ofSeconds(1), active);
        this.jdbc = jdbc;
        this.shipments = shipments;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.active = active;
    }

    @Override
    protected void repeat() {
        run();
    }

    @Override
    public List<String> moving() {
        return active && due() ? List.of("overdue parcels") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("select min(due_at) from shipment where due_at > :now")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /**
     * Notifies the processes of all overdue shipments, once per deadline. Locked shipments are handled on the next
     * run.
     */
    void run() {
        try {
            while (due() && Boolean.TRUE.equals(transaction.execute(status -> escalate()))) {}
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not escalate overdue shipments; trying again", e);
        }
    }

    /** @return whether any overdue shipment could be locked */
    private boolean escalate() {
        var numbers = jdbc.sql(
                        """
                        select shipment_number from shipment where due_at <= :now order by due_at
                         limit :batch for update skip locked
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query((row, i) -> ShipmentNumber.of(row.getString(1)))
                .list();
        var overdue = shipments.findAllById(numbers);
        overdue.forEach(Shipment::escalated);
        shipments.saveAllAndFlush(overdue);
        if (!numbers.isEmpty()) {
            events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.OVERDUE, numbers));
        }
        return !numbers.isEmpty();
    }

    private boolean due() {
        return jdbc.sql("select coalesce(min(due_at) <= :now, false) from shipment where due_at is not null")
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
