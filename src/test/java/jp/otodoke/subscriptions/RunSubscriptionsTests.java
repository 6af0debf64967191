package jp.otodoke.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.ChangeCustomer;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.ViewCustomer;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.subscriptions.DecideTurn.Decision;
import jp.otodoke.subscriptions.SubscriptionRun.Skipped;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs make each due turn once, and record a reason for each that they do not make. */
@ModuleTest
class RunSubscriptionsTests {
    private static final ScheduleRule MONTH_END = new EveryMonths(1, EveryMonths.LAST);
    private static final ScheduleRule WEEKLY = new EveryDays(7);

    private final AutowireCapableBeanFactory beans;
    private final BeginSubscriptionRun begin;
    private final RunSubscriptions run;
    private final SubscriptionRuns runs;
    private final ChangeSubscription change;
    private final DecideTurn decideTurn;
    private final SubscriptionHistory history;
    private final ViewCustomer viewCustomer;
    private final ChangeCustomer changeCustomer;
    private final List<Invariant> invariants;
    private final JdbcClient jdbc;
    private final Corrupt corrupt;
    private final Elapsed elapsed;
    private SubscriptionDesk desk;

    @Autowired
    RunSubscriptionsTests(
            AutowireCapableBeanFactory beans,
            BeginSubscriptionRun begin,
            RunSubscriptions run,
            SubscriptionRuns runs,
            ChangeSubscription change,
            DecideTurn decideTurn,
            SubscriptionHistory history,
            ViewCustomer viewCustomer,
            ChangeCustomer changeCustomer,
            List<Invariant> invariants,
            JdbcClient jdbc,
            Corrupt corrupt,
            Elapsed elapsed) {
        this.beans = beans;
        this.begin = begin;
        this.run = run;
        this.runs = runs;
        this.change = change;
        this.decideTurn = decideTurn;
        this.history = history;
        this.viewCustomer = viewCustomer;
        this.changeCustomer = changeCustomer;
        this.invariants = invariants;
        this.jdbc = jdbc;
        this.corrupt = corrupt;
        this.elapsed = elapsed;
    }

    @BeforeEach
    void begin() {
        desk = beans.createBean(SubscriptionDesk.class);
        desk.today("2026-11-26");
    }

    @AfterEach
    void everyTurnIsDecidedOnce() {
        assertThat(invariants.stream()
                        .filter(one -> one.name().startsWith("subscription-"))
                        .filter(one -> one.violations() > 0)
                        .map(Invariant::name))
                .isEmpty();
        // The clock goes back, as it never does otherwise.
        elapsed.noSubscriptionRunSince(day("2026-11-26"));
        desk.today("2026-11-26");
    }

    @Test
    void aRunMakesOneOrderPerDueTurnAndEndsBalanced() {
        var due = desk.started(MONTH_END, "2026-12-05");
        var later = desk.started(MONTH_END, "2026-12-20");
        var paused = desk.started(MONTH_END, "2026-12-06");
        desk.change(paused, change.pauseTurns(2), null);
        var unpaid = desk.started(MONTH_END, "2026-12-07");
        desk.change(unpaid, change.stopForPayment(), null);
        var dormant = desk.started(MONTH_END, "2026-12-08");
        dormant(dormant);
        var expected = runs.preview(day("2026-12-10"));

        var done = done("2026-12-10");

        assertThat(done.state()).isEqualTo(RunState.DONE);
        assertThat(done.expected()).isEqualTo(expected.expected()).isEqualTo(done.decided());
        assertThat(done.made()).isEqualTo(expected.made());
        assertThat(done.skipped()).isEqualTo(expected.skipped());
        assertThat(done.skipped())
                .extracting(Skipped::reason)
                .contains(SkipReason.PAUSED, SkipReason.PAYMENT_STOPPED, SkipReason.DORMANT);
        assertThat(orders(due)).containsExactly(due + "-1");
        assertThat(orders(later)).isEmpty();
        assertThat(turns(due)).containsExactly(tuple(1, TurnState.MADE, null));
        assertThat(turns(paused)).containsExactly(tuple(1, TurnState.SKIPPED, SkipReason.PAUSED));
        assertThat(turns(unpaid)).containsExactly(tuple(1, TurnState.SKIPPED, SkipReason.PAYMENT_STOPPED));
        assertThat(turns(dormant)).containsExactly(tuple(1, TurnState.SKIPPED, SkipReason.DORMANT));
        assertThat(desk.one(due).next().orElseThrow().delivery()).isEqualTo("2027-01-31");
    }

    /** The order has the delivery, the items of this turn, and the price of the day on which it is made. */
    @Test
    void theOrderIsWhatWasWishedAtTodaysPrice() {
        var cream = desk.another();
        var number = desk.started(MONTH_END, "2026-12-05");
        desk.change(number, change.wishes(List.of(new Wish.Add(List.of(new Item(cream, 2)))), Scope.THIS_TURN), null);

        done("2026-12-10");

        assertThat(jdbc.sql(
                                """
                                select l.sku || ' ' || l.quantity || ' ' || l.unit_price from orders_order_view o
                                  join orders_line_view l on l.order_number = o.order_number
                                 where o.channel = 'SUBSCRIPTION' and o.channel_order_id = ? order by l.line_no
                                """)
                        .param(number + "-1")
                        .query(String.class)
                        .list())
                .containsExactly(desk.tea() + " 1 3000", cream + " 2 4000");
        assertThat(desk.one(number).reserved()).isEmpty();
    }

    @Test
    void anotherRunOrAnOverlappingOneMakesNothingTwice() {
        var number = desk.started(WEEKLY, "2026-12-05");
        long first = begin.byHand(day("2026-12-10"), SubscriptionDesk.BY);
        long second = begin.byHand(day("2026-12-20"), SubscriptionDesk.BY);
        run.run();
        done("2026-12-20");

        assertThat(orders(number)).containsExactly(number + "-1", number + "-2", number + "-3");
        assertThat(runs.get(first).state()).isEqualTo(RunState.DONE);
        assertThat(runs.get(second).skipped()).extracting(Skipped::reason).contains(SkipReason.ALREADY_DECIDED);
        assertThat(runs.get(second).decided()).isEqualTo(runs.get(second).expected());
    }

    @Test
    void workersBesideEachOtherMakeEachTurnOnce() throws Exception {
        var numbers = IntStream.range(0, 60)
                .mapToObj(n -> desk.started(WEEKLY, "2026-12-05"))
                .toList();
        begin.byHand(day("2026-12-18"), SubscriptionDesk.BY);
        begin.byHand(day("2026-12-18"), SubscriptionDesk.BY);
        var workers = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> work = () -> {
                run.run();
                return true;
            };
            for (var worker : workers.invokeAll(List.of(work, work, work))) {
                assertThat(worker.get()).isTrue();
            }
        } finally {
            workers.shutdownNow();
        }
        run.run();

        assertThat(numbers)
                .allSatisfy(number -> assertThat(orders(number)).containsExactly(number + "-1", number + "-2"));
    }

    @Test
    void aStoppedRunGoesOnWhereItStopped() {
        var number = desk.started(WEEKLY, "2026-12-05");
        long id = begin.byHand(day("2026-12-10"), SubscriptionDesk.BY);
        begin.stop(id, SubscriptionDesk.BY);
        run.run();
        assertThat(orders(number)).isEmpty();
        assertThat(runs.get(id).state()).isEqualTo(RunState.STOPPED);

        begin.goOn(id);
        run.run();
        assertThat(orders(number)).containsExactly(number + "-1");
        assertThat(runs.get(id).state()).isEqualTo(RunState.DONE);
        assertThatThrownBy(() -> begin.goOn(id)).isInstanceOf(Refusal.class);
    }

    @Test
    void aTurnThatIsSkippedWhileTheRunWaitsIsNotMade() {
        var number = desk.started(WEEKLY, "2026-12-05");
        var moved = desk.started(WEEKLY, "2026-12-06");
        long id = begin.byHand(day("2026-12-06"), SubscriptionDesk.BY);
        desk.change(number, change.skip(1), null);
        desk.change(moved, change.wishes(List.of(new Wish.Day(day("2026-12-09"))), Scope.THIS_TURN), null);
        run.run();

        assertThat(orders(number)).isEmpty();
        assertThat(orders(moved)).isEmpty();
        assertThat(runs.get(id).decided()).isEqualTo(runs.get(id).expected());
        assertThat(runs.get(id).skipped())
                .extracting(Skipped::reason)
                .contains(SkipReason.ALREADY_DECIDED, SkipReason.CHANGED);
    }

    /** A turn whose order is refused, or fails in whatever way, falls out with a task; the others are made. */
    @Test
    void aBadOneFallsOutAlone() {
        var good = desk.started(MONTH_END, "2026-12-05");
        var refused = desk.started(MONTH_END, "2026-12-05");
        corrupt.subscribedTo(refused.value(), "GONE");
        var broken = desk.started(MONTH_END, "2026-12-05");
        corrupt.subscriptionBroken(broken.value());

        var done = done("2026-12-05");

        assertThat(done.state()).isEqualTo(RunState.DONE);
        assertThat(done.failed()).isGreaterThanOrEqualTo(2);
        assertThat(turns(good)).containsExactly(tuple(1, TurnState.MADE, null));
        assertThat(turns(refused)).containsExactly(tuple(1, TurnState.FAILED, SkipReason.REFUSED));
        assertThat(turns(broken)).containsExactly(tuple(1, TurnState.FAILED, SkipReason.REFUSED));
        assertThat(history.turns(refused, 1).get(0).detail()).isNotNull();
        assertThat(taskOf(refused)).isTrue();

        corrupt.subscribedTo(refused.value(), desk.tea().value());
        decideTurn.decide(refused, 1, Decision.SHIP_NOW, null, SubscriptionDesk.BY);
        assertThat(orders(refused)).containsExactly(refused + "-1");
        assertThat(taskOf(refused)).isFalse();
        decideTurn.decide(broken, 1, Decision.SKIP, null, SubscriptionDesk.BY);
        assertThat(turns(broken)).containsExactly(tuple(1, TurnState.SKIPPED, SkipReason.DECIDED));
        assertThatThrownBy(() -> decideTurn.decide(broken, 1, Decision.SHIP_NOW, null, SubscriptionDesk.BY))
                .isInstanceOf(Refusal.class);
    }

    /** No run happens for days: what was to be delivered meanwhile is proposed, not made silently. */
    @Test
    void missedTurnsAreProposedOneByOne() {
        var now = desk.started(new EveryDays(30), "2026-11-28");
        var shifted = desk.started(new EveryDays(30), "2026-11-28");
        var skipped = desk.started(new EveryDays(30), "2026-11-28");
        desk.today("2026-12-04");
        begin.nightly();
        run.run();

        assertThat(List.of(now, shifted, skipped)).allSatisfy(number -> {
            assertThat(turns(number)).containsExactly(tuple(1, TurnState.MISSED, SkipReason.MISSED));
            assertThat(orders(number)).isEmpty();
            assertThat(taskOf(number)).isTrue();
        });
        decideTurn.decide(now, 1, Decision.SHIP_NOW, null, SubscriptionDesk.BY);
        decideTurn.decide(shifted, 1, Decision.SHIFT, "お客様に確認済み", SubscriptionDesk.BY);
        decideTurn.decide(skipped, 1, Decision.SKIP, null, SubscriptionDesk.BY);

        assertThat(orders(now)).containsExactly(now + "-1");
        assertThat(desk.one(now).next().orElseThrow().nominal()).isEqualTo("2026-12-28");
        assertThat(orders(shifted)).containsExactly(shifted + "-1");
        assertThat(desk.one(shifted).next().orElseThrow().nominal()).isEqualTo("2027-01-08");
        assertThat(orders(skipped)).isEmpty();
        assertThat(desk.one(skipped).next().orElseThrow().nominal()).isEqualTo("2026-12-28");
    }

    /** The worked example with the clock of the firm: made five days before, paused for three turns on 10 September. */
    @Test
    void aPausePassesEachDueDateOnceNightByNight() {
        desk.today("2027-09-10");
        var number = desk.started(MONTH_END, "2027-09-30");
        desk.change(number, change.pauseTurns(3), null);
        var seen = new ArrayList<String>();
        for (var night = day("2027-09-11"); !night.isAfter(day("2027-12-27")); night = night.plusDays(1)) {
            desk.today(night.toString());
            begin.nightly();
            assertThat(begin.nightly()).isEmpty();
            run.run();
            var one = desk.one(number);
            var now = one.next().orElseThrow().delivery() + " " + one.state();
            if (seen.isEmpty() || !seen.get(seen.size() - 1).endsWith(now)) {
                seen.add(night + ": " + now);
            }
        }

        assertThat(seen)
                .containsExactly(
                        "2027-09-11: 2027-09-30 PAUSED",
                        "2027-09-25: 2027-10-31 PAUSED",
                        "2027-10-26: 2027-11-30 PAUSED",
                        "2027-11-25: 2027-12-31 ACTIVE",
                        "2027-12-26: 2028-01-31 ACTIVE");
        assertThat(orders(number)).containsExactly(number + "-4");
    }

    @Test
    void noRunReachesBackOrFarAhead() {
        assertThatThrownBy(() -> begin.byHand(day("2026-11-25"), SubscriptionDesk.BY))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> begin.byHand(day("2027-11-25"), SubscriptionDesk.BY))
                .isInstanceOf(InvalidInput.class);
    }

    private SubscriptionRun done(String through) {
        long id = begin.byHand(day(through), SubscriptionDesk.BY);
        run.run();
        return runs.get(id);
    }

    private void dormant(SubscriptionNumber number) {
        var file = viewCustomer.open(desk.one(number).customer());
        changeCustomer.change(desk.one(number).customer(), file.data().with(CustomerState.DORMANT), file.version());
    }

    private List<String> orders(SubscriptionNumber number) {
        return jdbc.sql(
                        """
                        select channel_order_id from orders_order_view
                         where channel = 'SUBSCRIPTION' and channel_order_id like ? order by order_number
                        """)
                .param(number + "-%")
                .query(String.class)
                .list();
    }

    private List<Tuple> turns(SubscriptionNumber number) {
        return history.turns(number, 100).stream()
                .map(turn -> tuple(turn.turn(), turn.state(), turn.reason()))
                .toList();
    }

    private boolean taskOf(SubscriptionNumber number) {
        return jdbc.sql("select exists (select 1 from task where key = ? and state = 'OPEN')")
                .param(SubscriptionTurnTask.key(number, 1))
                .query(Boolean.class)
                .single();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
