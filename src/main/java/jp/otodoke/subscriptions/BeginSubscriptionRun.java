package jp.otodoke.subscriptions;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.platform.data.FollowUps;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins, stops and goes on with runs. What a run expects is written down first, so that it can be told what is missing. */
@Component
public class BeginSubscriptionRun {
    /** Nobody makes orders for more than a quarter ahead. */
    public static final int MOST_DAYS = 92;

    private final JdbcClient jdbc;
    private final DueTurns dueTurns;
    private final SubscriptionPolicies policies;
    private final BusinessClock clock;
    private final FollowUps followUps;
    private final RunSubscriptions run;
    private final Consumer<Collection<Long>> workOnThem;

    BeginSubscriptionRun(
            JdbcClient jdbc,
            DueTurns dueTurns,
            SubscriptionPolicies policies,
            BusinessClock clock,
            FollowUps followUps,
            RunSubscriptions run) {
        this.jdbc = jdbc;
        this.dueTurns = dueTurns;
        this.policies = policies;
        this.clock = clock;
        this.followUps = followUps;
        this.run = run;
        // The other nodes join at their next look.
        this.workOnThem = runs -> run.runNow();
    }

    /** That of the night; empty if it was begun before. */
    @Transactional
    public Optional<Long> nightly() {
        var through = clock.today().plusDays(policies.current().makeDays());
        return begin("SCHEDULED", through, CurrentStaff.SYSTEM);
    }

    /**
     * @param through turns that are delivered on this day or earlier are made
     * @return its number
     */
    @Transactional
    public long byHand(LocalDate through, String by) {
        check(through);
        return begin("MANUAL", through, by).orElseThrow();
    }

    /** @throws InvalidInput if nothing is made through that day */
    public void check(LocalDate through) {
        var today = clock.today();
        if (through.isBefore(today) || through.isAfter(today.plusDays(MOST_DAYS))) {
            throw new InvalidInput(
                    "through",
                    "invalid",
                    BilingualText.of("subscription-run.problem.through", today, today.plusDays(MOST_DAYS)));
        }
    }

    private Optional<Long> begin(String trigger, LocalDate through, String by) {
        var begun = jdbc.sql(
                        """
                        insert into subscription_run (trigger, day, through, begun_by, begun_at, expected, state)
                        values (:trigger, :today, :through, :by, :now, 0, 'RUNNING')
                        on conflict (day) where trigger = 'SCHEDULED' do nothing returning id
                        """)
                .param("trigger", trigger)
                .param("today", clock.today())
                .param("through", through)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
        begun.ifPresent(run -> expect(run, through));
        return begun;
    }

    private void expect(long run, LocalDate through) {
        jdbc.sql(
                        """
                        insert into subscription_run_turn (run, subscription_number, turn, delivery)
                        select :run, number, next_turn, next_delivery from subscription where next_delivery <= :through
                        """)
                .param("run", run)
                .param("through", through)
                .update();
        var further = dueTurns.further(through);
        jdbc.sql(
                        """
                        insert into subscription_run_turn (run, subscription_number, turn, delivery)
                        select :run, f.number, f.turn, f.delivery
                          from unnest(:numbers::text[], :turns::int[], :deliveries::date[]) f (number, turn, delivery)
                        on conflict do nothing
                        """)
                .param("run", run)
                .param("numbers", further.stream().map(f -> f.number().value()).toArray(String[]::new))
                .param("turns", further.stream().map(f -> f.turn().turn()).toArray(Integer[]::new))
                .param(
                        "deliveries",
                        further.stream()
                                .map(f -> f.turn().delivery().toString())
                                .toArray(String[]::new))
                .update();
        jdbc.sql(
                        """
                        update subscription_run set expected = (select count(*) from subscription_run_turn where run = :run)
                         where id = :run
                        """)
                .param("run", run)
                .update();
        followUps.afterCommit(workOnThem, List.of(run));
    }

    /** Works on all runs in this thread until nothing is left that nobody else works on. */
    public void work() {
        run.run();
    }

    /** Its turns that are not decided yet stay due. */
    @Transactional
    public void stop(long run, String by) {
        changed(
                run,
                jdbc.sql(
                                """
                                update subscription_run set state = 'STOPPED', ended_by = :by, ended_at = :now
                                 where id = :run and state = 'RUNNING'
                                """)
                        .param("run", run)
                        .param("by", by)
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
    }

    @Transactional
    public void goOn(long run) {
        changed(
                run,
                jdbc.sql(
                                """
                                update subscription_run set state = 'RUNNING', ended_by = null, ended_at = null
                                 where id = :run and state = 'STOPPED'
                                """)
                        .param("run", run)
                        .update());
        followUps.afterCommit(workOnThem, List.of(run));
    }

    private void changed(long run, int rows) {
        if (rows == 0) {
            boolean known = jdbc.sql("select exists (select 1 from subscription_run where id = :run)")
                    .param("run", run)
                    .query(Boolean.class)
                    .single();
            throw known
                    ? Refusal.conflict("subscription-run.state", run)
                    : Refusal.notFound("subscription-run.not-found", run);
        }
    }
}
