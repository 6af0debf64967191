package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Migrates the cases of requested moves in chunks; if one case of a chunk fails, each is migrated separately. All
 * nodes take part, and if one dies, the others continue.
 */
@Component
class MoveCases extends RepeatedWork implements WorkInFlight {
    private static final int CHUNK = 20;

    private final JdbcClient jdbc;
    private final MoveCase moveCase;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final boolean active;

    MoveCases(
            JdbcClient jdbc,
            MoveCase moveCase,
            BusinessClock clock,
            PlatformTransactionManager transactions,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("move-cases", Duration.ofSeconds(2), Duration.ofSeconds(2), active);
        this.jdbc = jdbc;
        this.moveCase = moveCase;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.active = active;
    }

    @Override
    protected void repeat() {
        work();
    }

    /** Works off all requested moves. */
    void work() {
        try {
            for (var move : open()) {
                while (moveChunk(move)) {}
                finish(move);
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not migrate cases to another version; trying again", e);
        }
    }

    /** @return whether any case was processed; cases locked by another node are left for the next run */
    private boolean moveChunk(Open move) {
        var instances = new ArrayList<String>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                instances.addAll(take(move));
                moveRunning(move, instances);
                return !instances.isEmpty();
            }));
        } catch (RuntimeException oneFailed) {
            return instances.stream()
                            .filter(instance -> moveSingle(move, instance))
                            .count()
                    > 0;
        }
    }

    /** Cases that have ended meanwhile need no migration. */
    private void moveRunning(Open move, List<String> instances) {
        var running = running(instances);
        if (!running.isEmpty()) {
            moveCase.move(running, move.fromDefinition(), move.toDefinition());
        }
        mark(move, instances, "MOVED", null);
    }

    /** @return false if the case was changed concurrently and is to be tried again */
    private boolean moveSingle(Open move, String instance) {
        try {
            transaction.executeWithoutResult(status -> moveRunning(move, List.of(instance)));
            return true;
        } catch (OptimisticLockingException | ConcurrencyFailureException again) {
            LoggerFactory.getLogger(getClass())
                    .debug("Case {} was changed concurrently; trying again", instance, again);
            return false;
        } catch (RuntimeException obstacle) {
            transaction.executeWithoutResult(
                    status -> mark(move, List.of(instance), "LEFT", MoveCase.reason(obstacle)));
            return true;
        }
    }

    private List<String> take(Open move) {
        return jdbc.sql(
                        """
                        select instance from process_migration_case where move_id = :id and state = 'TODO' order by instance
                         limit :size for update skip locked
                        """)
                .param("id", move.id())
                .param("size", CHUNK)
                .query(String.class)
                .list();
    }

    private List<String> running(List<String> instances) {
        return instances.isEmpty()
                ? List.of()
                : jdbc.sql("select id_ from act_ru_execution where id_ = any(:ids)")
                        .param("ids", instances.toArray(String[]::new))
                        .query(String.class)
                        .list();
    }

    private void mark(Open move, List<String> instances, String state, @Nullable String reason) {
        jdbc.sql(
                        """
                        update process_migration_case set state = :state, reason = :reason
                         where move_id = :id and instance = any(:instances) and state = 'TODO'
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("id", move.id())
                .param("instances", instances.toArray(String[]::new))
                .update();
    }

    private void finish(Open move) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        """
                        update process_migration m set ended_at = :now
                         where id = :id and ended_at is null
                           and not exists (select 1 from process_migration_case c where c.move_id = m.id and c.state = 'TODO')
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", move.id())
                .update());
    }

    private List<Open> open() {
        return jdbc.sql(
                        "select id, from_definition, to_definition from process_migration where ended_at is null order by id")
                .query(Open.class)
                .list();
    }

    @Override
    public List<String> moving() {
        return active && !open().isEmpty() ? List.of("cases going to another version") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    private record Open(long id, String fromDefinition, String toDefinition) {}
}
