package jp.otodoke.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.subscriptions.SubscriptionRun.Skipped;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The runs, newest first, and what one would do. */
@Component
public class SubscriptionRuns {
    private static final String COUNTS =
            """
            select run, outcome, reason, count(*) as turns from subscription_run_turn
             where run = any(:runs) and outcome is not null group by run, outcome, reason
            """;

    private final JdbcClient jdbc;
    private final DueTurns dueTurns;
    private final BusinessClock clock;

    SubscriptionRuns(JdbcClient jdbc, DueTurns dueTurns, BusinessClock clock) {
        this.jdbc = jdbc;
        this.dueTurns = dueTurns;
        this.clock = clock;
    }

    /** A turn that a run did not make. */
    public record LeftOut(
            SubscriptionNumber number, int turn, LocalDate delivery, String outcome, @Nullable SkipReason reason) {}

    @Transactional(readOnly = true)
    public List<SubscriptionRun> list(int offset, int limit) {
        return counted(jdbc.sql("select * from subscription_run order by id desc offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(SubscriptionRuns::row)
                .list());
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from subscription_run")
                .query(Long.class)
                .single();
    }

    /** @throws Refusal if there is none with this number */
    @Transactional(readOnly = true)
    public SubscriptionRun get(long id) {
        return counted(jdbc.sql("select * from subscription_run where id = :id")
                        .param("id", id)
                        .query(SubscriptionRuns::row)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("subscription-run.not-found", id));
    }

    /** Turns that were skipped or failed. */
    @Transactional(readOnly = true)
    public List<LeftOut> leftOut(long run, int offset, int limit) {
        return jdbc.sql(
                        """
                        select * from subscription_run_turn where run = :run and outcome in ('SKIPPED', 'FAILED')
                         order by outcome, reason, subscription_number, turn offset :offset limit :limit
                        """)
                .param("run", run)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new LeftOut(
                        SubscriptionNumber.of(row.getString("subscription_number")),
                        row.getInt("turn"),
                        row.getObject("delivery", LocalDate.class),
                        row.getString("outcome"),
                        row.getString("reason") == null ? null : SkipReason.valueOf(row.getString("reason"))))
                .list();
    }

    /** What a run through that day would do, if nothing is changed before. */
    @Transactional(readOnly = true)
    public SubscriptionRun preview(LocalDate through) {
        var skipped = new EnumMap<SkipReason, Long>(SkipReason.class);
        long[] made = {0};
        jdbc.sql(
                        """
                        select case when s.state in ('PAUSED', 'PAYMENT_STOPPED') then s.state
                                    when c.state = 'DORMANT' then 'DORMANT'
                                    when s.next_delivery <= :today then 'MISSED' end as reason, count(*) as turns
                          from subscription s join customers_customer_view c on c.number = s.customer_number
                         where s.next_delivery <= :through group by 1
                        """)
                .param("today", clock.today())
                .param("through", through)
                .query(row -> {
                    count(row.getString("reason"), row.getLong("turns"), skipped, made);
                });
        var further = dueTurns.further(through);
        var dormant = dormant(further);
        further.forEach(
                turn -> count(reason(turn, dormant.contains(turn.number().value())), 1, skipped, made));
        return new SubscriptionRun(
                null,
                "MANUAL",
                through,
                CurrentStaff.SYSTEM,
                clock.instant(),
                RunState.RUNNING,
                null,
                null,
                made[0] + skipped.values().stream().mapToLong(Long::longValue).sum(),
                made[0],
                inOrder(skipped),
                0);
    }

    private List<String> dormant(List<DueTurns.Further> further) {
        return jdbc.sql(
                        """
                        select s.number from subscription s join customers_customer_view c on c.number = s.customer_number
                         where s.number = any(:numbers) and c.state = 'DORMANT'
                        """)
                .param(
                        "numbers",
                        further.stream()
                                .map(turn -> turn.number().value())
                                .distinct()
                                .toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private @Nullable String reason(DueTurns.Further further, boolean dormant) {
        if (further.turn().state() == TurnState.PAUSED) {
            return SkipReason.PAUSED.name();
        }
        if (dormant) {
            return SkipReason.DORMANT.name();
        }
        return further.turn().delivery().isAfter(clock.today()) ? null : SkipReason.MISSED.name();
    }

    private static void count(@Nullable String reason, long turns, EnumMap<SkipReason, Long> skipped, long[] made) {
        if (reason == null) {
            made[0] += turns;
        } else {
            skipped.merge(SkipReason.valueOf(reason), turns, Long::sum);
        }
    }

    private List<SubscriptionRun> counted(List<SubscriptionRun> runs) {
        var made = new HashMap<Long, Long>();
        var failed = new HashMap<Long, Long>();
        var skipped = new HashMap<Long, EnumMap<SkipReason, Long>>();
        jdbc.sql(COUNTS)
                .param("runs", runs.stream().map(SubscriptionRun::id).toArray(Long[]::new))
                .query(row -> {
                    long run = row.getLong("run");
                    switch (row.getString("outcome")) {
                        case "MADE" -> made.put(run, row.getLong("turns"));
                        case "FAILED" -> failed.put(run, row.getLong("turns"));
                        default ->
                            skipped.computeIfAbsent(run, any -> new EnumMap<>(SkipReason.class))
                                    .put(SkipReason.valueOf(row.getString("reason")), row.getLong("turns"));
                    }
                });
        var counted = new ArrayList<SubscriptionRun>();
        for (var run : runs) {
            counted.add(new SubscriptionRun(
                    run.id(),
                    run.trigger(),
                    run.through(),
                    run.begunBy(),
                    run.begunAt(),
                    run.state(),
                    run.endedBy(),
                    run.endedAt(),
                    run.expected(),
                    made.getOrDefault(run.id(), 0L),
                    inOrder(skipped.getOrDefault(run.id(), new EnumMap<>(SkipReason.class))),
                    failed.getOrDefault(run.id(), 0L)));
        }
        return counted;
    }

    private static List<Skipped> inOrder(Map<SkipReason, Long> skipped) {
        return skipped.entrySet().stream()
                .map(entry -> new Skipped(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Skipped::reason))
                .toList();
    }

    private static SubscriptionRun row(ResultSet row, int n) throws SQLException {
        return new SubscriptionRun(
                row.getLong("id"),
                row.getString("trigger"),
                row.getObject("through", LocalDate.class),
                row.getString("begun_by"),
                row.getTimestamp("begun_at").toInstant(),
                RunState.valueOf(row.getString("state")),
                row.getString("ended_by"),
                instant(row.getTimestamp("ended_at")),
                row.getLong("expected"),
                0,
                List.of(),
                0);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
