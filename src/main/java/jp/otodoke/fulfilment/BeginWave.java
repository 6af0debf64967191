package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.platform.data.FollowUps;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a wave: the customers with due orders are dealt into slices, on which {@link RunWaves} works. */
@Component
public class BeginWave {
    private static final int SLICES = 16;

    private final JdbcClient jdbc;
    private final DueOrders dueOrders;
    private final WaveSlices slices;
    private final ShippingPolicy policy;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final FollowUps followUps;
    private final Consumer<Collection<Long>> workOnThem;

    BeginWave(
            JdbcClient jdbc,
            DueOrders dueOrders,
            WaveSlices slices,
            ShippingPolicy policy,
            ApplicationEventPublisher events,
            BusinessClock clock,
            FollowUps followUps,
            RunWaves runWaves) {
        this.jdbc = jdbc;
        this.dueOrders = dueOrders;
        this.slices = slices;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
        this.followUps = followUps;
        // The other nodes join at their next look.
        this.workOnThem = waves -> runWaves.runNow();
    }

    /** @return its number */
    @Transactional
    public long scheduled() {
        return begin("SCHEDULED", WaveScope.ALL, CurrentStaff.SYSTEM);
    }

    /**
     * @return its number
     * @throws Refusal if such a wave is running (conflict), or nothing leaves from there or with this carrier
     */
    @Transactional
    public long byHand(WaveScope scope, String by) {
        if (!scope.isPossible(policy.warehouses(), policy.carriers())) {
            throw Refusal.invalid("wave.unknown-scope");
        }
        if (running(scope)) {
            throw Refusal.conflict("wave.running");
        }
        var wave = begin("MANUAL", scope, by);
        events.publishEvent(new WaveSignal(WaveSignal.Kind.BEGUN_BY_HAND, List.of(wave)));
        return wave;
    }

    private boolean running(WaveScope scope) {
        return jdbc.sql(
                        """
                        select exists (select 1 from ship_wave where state = 'RUNNING'
                                         and warehouse is not distinct from :warehouse and carrier is not distinct from :carrier)
                        """)
                .param("warehouse", scope.warehouse())
                .param("carrier", scope.carrier())
                .query(Boolean.class)
                .single();
    }

    private long begin(String trigger, WaveScope scope, String by) {
        var today = clock.today();
        var due = dueOrders.count(today);
        var wave = jdbc.sql(
                        """
                        insert into ship_wave (trigger, begun_by, begun_at, ship_date, warehouse, carrier, orders_due, state)
                        values (:trigger, :by, :now, :today, :warehouse, :carrier, :due, 'RUNNING') returning id
                        """)
                .param("trigger", trigger)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", today)
                .param("warehouse", scope.warehouse())
                .param("carrier", scope.carrier())
                .param("due", due.orders())
                .query(Long.class)
                .single();
        slices.add(wave, dueOrders.slices(today, Math.min(SLICES, RunWaves.chunks(due.customers()))));
        followUps.afterCommit(workOnThem, List.of(wave));
        return wave;
    }
}
