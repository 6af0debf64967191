package jp.otodoke.subscriptions;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.subscriptions.MakeTurns.Outcome;
import jp.otodoke.subscriptions.MakeTurns.TurnKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Works on the turns of runs, on every node and with several threads: each takes turns that nobody works on, and decides on all
 * of them in one transaction, so that a node that dies leaves a whole chunk to the others. A turn that fails falls out alone.
 */
@Component
class RunSubscriptions extends RepeatedWork implements WorkInFlight {
    static final int CHUNK = 500;

    private static final Logger LOG = LoggerFactory.getLogger(RunSubscriptions.class);

    private final MakeTurns makeTurns;
    private final RetryOnConflict retryOnConflict;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final boolean active;

    RunSubscriptions(
            MakeTurns makeTurns,
            RetryOnConflict retryOnConflict,
            JdbcClient jdbc,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active,
            @Value("${otodoke.subscriptions.threads:2}") int threads) {
        super("subscription-run", Duration.ofSeconds(1), Duration.ofSeconds(1), active, threads);
        this.makeTurns = makeTurns;
        this.retryOnConflict = retryOnConflict;
        this.jdbc = jdbc;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.error("Could not work on the runs of subscriptions; trying again", e);
        }
    }

    @Override
    public List<String> moving() {
        return active && running() ? List.of("subscription run") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Works until every turn is decided or worked on by somebody else. */
    void run() {
        while (!Thread.currentThread().isInterrupted() && running() && chunk()) {}
        if (running()) {
            retryOnConflict.inTransaction(this::endFinished);
        }
    }

    private boolean running() {
        return jdbc.sql("select exists (select 1 from subscription_run where state = 'RUNNING')")
                .query(Boolean.class)
                .single();
    }

    /** Turns of one run, one of each subscription. */
    private record Chunk(long run, LocalDate through, List<TurnKey> turns) {}

    /** @return whether anything was decided */
    private boolean chunk() {
        var taken = new AtomicReference<@Nullable Chunk>();
        try {
            return retryOnConflict.inTransaction(() -> {
                var free = take();
                taken.set(free.orElse(null));
                return free.map(chunk -> decide(chunk) > 0).orElse(false);
            });
        } catch (RuntimeException e) {
            var chunk = taken.get();
            if (chunk == null || !isOfTheData(e)) {
                throw e;
            }
            LOG.warn("A chunk of subscription turns failed; trying them one by one", e);
            chunk.turns().forEach(turn -> alone(chunk, turn));
            return true;
        }
    }

    private Optional<Chunk> take() {
        record Row(long run, LocalDate through, TurnKey key) {}
        var rows = jdbc.sql(
                        """
                        select t.run, r.through, t.subscription_number, t.turn
                          from subscription_run_turn t join subscription_run r on r.id = t.run and r.state = 'RUNNING'
                         where t.outcome is null
                         order by t.run, t.subscription_number, t.turn limit :chunk for update of t skip locked
                        """)
                .param("chunk", CHUNK)
                .query((row, n) -> new Row(
                        row.getLong("run"),
                        row.getObject("through", LocalDate.class),
                        new TurnKey(SubscriptionNumber.of(row.getString("subscription_number")), row.getInt("turn"))))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var first = rows.get(0);
        var turns = new LinkedHashMap<SubscriptionNumber, TurnKey>();
        rows.stream()
                .filter(row -> row.run() == first.run())
                .forEach(row -> turns.putIfAbsent(row.key().number(), row.key()));
        return Optional.of(new Chunk(first.run(), first.through(), List.copyOf(turns.values())));
    }

    private int decide(Chunk chunk) {
        var outcomes = makeTurns.make(chunk.turns(), chunk.through());
        var left = chunk.turns().stream()
                .filter(turn -> !outcomes.containsKey(turn))
                .toList();
        if (!left.isEmpty()) {
            var waiting = waiting(chunk.run(), left);
            left.stream()
                    .filter(turn -> !waiting.contains(turn))
                    .forEach(turn -> outcomes.put(turn, Outcome.skipped(SkipReason.CHANGED)));
        }
        note(chunk.run(), outcomes);
        return outcomes.size();
    }

    /** Turns that wait for one before them, on which somebody else works. */
    private Set<TurnKey> waiting(long run, List<TurnKey> turns) {
        return new HashSet<>(jdbc.sql(
                        """
                        select n.number, n.turn from unnest(:numbers::text[], :turns::int[]) n (number, turn)
                         where exists (select 1 from subscription_run_turn t
                                        where t.run = :run and t.subscription_number = n.number and t.turn < n.turn and t.outcome is null)
                        """)
                .param("run", run)
                .param(
                        "numbers",
                        turns.stream().map(turn -> turn.number().value()).toArray(String[]::new))
                .param("turns", turns.stream().map(TurnKey::turn).toArray(Integer[]::new))
                .query((row, n) -> new TurnKey(SubscriptionNumber.of(row.getString(1)), row.getInt(2)))
                .list());
    }

    private void note(long run, Map<TurnKey, Outcome> outcomes) {
        var all = List.copyOf(outcomes.entrySet());
        jdbc.sql(
                        """
                        update subscription_run_turn t set outcome = n.outcome, reason = n.reason
                          from unnest(:numbers::text[], :turns::int[], :outcomes::text[], :reasons::text[])
                               n (number, turn, outcome, reason)
                         where t.run = :run and t.subscription_number = n.number and t.turn = n.turn
                        """)
                .param("run", run)
                .param(
                        "numbers",
                        all.stream().map(one -> one.getKey().number().value()).toArray(String[]::new))
                .param("turns", all.stream().map(one -> one.getKey().turn()).toArray(Integer[]::new))
                .param(
                        "outcomes",
                        all.stream().map(one -> one.getValue().state().name()).toArray(String[]::new))
                .param(
                        "reasons",
                        all.stream()
                                .map(one -> Optional.ofNullable(one.getValue().reason())
                                        .map(Enum::name)
                                        .orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    /** The turn is decided on alone, or falls out. */
    private void alone(Chunk chunk, TurnKey turn) {
        try {
            retryOnConflict.inTransaction(
                    () -> free(chunk.run(), turn) ? decide(new Chunk(chunk.run(), chunk.through(), List.of(turn))) : 0);
        } catch (RuntimeException e) {
            if (!isOfTheData(e)) {
                throw e;
            }
            LOG.error("Could not make turn {} of subscription {}", turn.turn(), turn.number(), e);
            retryOnConflict.inTransaction(() -> {
                if (free(chunk.run(), turn)) {
                    makeTurns.fail(turn, BilingualText.of("subscription.turn.fault"));
                    note(chunk.run(), Map.of(turn, new Outcome(TurnState.FAILED, null)));
                }
                return true;
            });
        }
    }

    private boolean free(long run, TurnKey turn) {
        return jdbc.sql(
                        """
                        select 1 from subscription_run_turn
                         where run = :run and subscription_number = :number and turn = :turn and outcome is null
                           for update skip locked
                        """)
                .param("run", run)
                .param("number", turn.number().value())
                .param("turn", turn.turn())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** What lies in the order, rather than in another user of it or in a database that does not answer. */
    private boolean isOfTheData(RuntimeException fault) {
        return !(fault instanceof TransientDataAccessException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof CannotCreateTransactionException
                || retryOnConflict.isConflict(fault));
    }

    /** A run closes only when it has an outcome of every turn that it expected. */
    private int endFinished() {
        return jdbc.sql(
                        """
                        update subscription_run r set state = 'DONE', ended_at = :now
                         where state = 'RUNNING'
                           and not exists (select 1 from subscription_run_turn t where t.run = r.id and t.outcome is null)
                           and expected = (select count(*) from subscription_run_turn t where t.run = r.id and t.outcome is not null)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
