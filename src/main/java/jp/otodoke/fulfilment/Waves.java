package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The waves, newest first, and what none of them has released. */
@Component
public class Waves {
    private static final String WAVES =
            """
            select w.id, w.trigger, w.begun_by, w.begun_at, w.ship_date, w.warehouse, w.carrier, w.orders_due, w.state,
                   w.ended_by, w.ended_at, s.released, s.shipments, s.passed_over, s.failed
              from ship_wave w cross join lateral (
                   select coalesce(sum(released), 0) as released, coalesce(sum(shipments), 0) as shipments,
                          coalesce(sum(passed_over), 0) as passed_over, coalesce(sum(failed), 0) as failed
                     from ship_wave_slice where wave = w.id) s
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Waves(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Wave> list(int offset, int limit) {
        return jdbc.sql(WAVES + " order by w.id desc offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(Wave.class)
                .list();
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from ship_wave").query(Long.class).single();
    }

    @Transactional(readOnly = true)
    public List<Wave> running() {
        return jdbc.sql(WAVES + " where w.state = 'RUNNING' order by w.id")
                .query(Wave.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Wave> find(long id) {
        return jdbc.sql(WAVES + " where w.id = :id")
                .param("id", id)
                .query(Wave.class)
                .optional();
    }

    /** @throws Refusal if there is none with this number */
    public Wave get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("wave.not-found", id));
    }

    /** Ready orders whose ship date has come, apart from those that are being released. */
    @Transactional(readOnly = true)
    public Due due() {
        var today = clock.today();
        return jdbc.sql(
                        """
                        select cast(:today as date) as today, count(*) filter (where planned_ship_date < :today) as missed,
                               count(*) filter (where planned_ship_date = :today) as due_today,
                               (select count(*) from ship_wave_exclusion) as excluded
                          from orders_order_view
                         where progress = 'READY' and not on_hold and planned_ship_date <= :today
                        """)
                .param("today", today)
                .query(Due.class)
                .single();
    }

    /**
     * @param missed orders whose ship date has passed
     * @param dueToday orders whose ship date is today
     * @param excluded orders that no wave releases until a person has decided
     */
    public record Due(LocalDate today, long missed, long dueToday, long excluded) {
        /** The last ship date that has passed. */
        public LocalDate yesterday() {
            return today.minusDays(1);
        }
    }
}
