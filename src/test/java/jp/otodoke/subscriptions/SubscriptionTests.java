package jp.otodoke.subscriptions;

import static jp.otodoke.subscriptions.SubscriptionMother.cup;
import static jp.otodoke.subscriptions.SubscriptionMother.monthEnd;
import static jp.otodoke.subscriptions.SubscriptionMother.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TimeSlot;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What customers wish, and what becomes of the turns. */
@UnitTest
class SubscriptionTests {
    private static final OrderNumber ORDER = OrderNumber.of("A1");

    /** The worked example: monthly at the end, paused for three turns on 10 September. */
    @Test
    void aPauseThatCountsDownPassesEachDueDateOnce() {
        var one = monthEnd("2026-09-30");
        one.pause(new Pause(3, null));
        assertThat(one.makeOn()).contains(day("2026-09-25"));

        one.passes();
        assertThat(nextDelivery(one)).isEqualTo("2026-10-31");
        assertThat(one.makeOn()).contains(day("2026-10-26"));
        assertThat(one.pause()).contains(new Pause(2, null));

        one.passes();
        assertThat(nextDelivery(one)).isEqualTo("2026-11-30");
        assertThat(one.makeOn()).contains(day("2026-11-25"));
        assertThat(one.pause()).contains(new Pause(1, null));

        one.passes();
        assertThat(nextDelivery(one)).isEqualTo("2026-12-31");
        assertThat(one.state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(one.pause()).isEmpty();
        assertThat(one.decided())
                .extracting(DecidedTurn::turn, DecidedTurn::reason)
                .containsExactly(tuple(1, SkipReason.PAUSED), tuple(2, SkipReason.PAUSED), tuple(3, SkipReason.PAUSED));
    }

    @Test
    void thePausedTurnsAreShownBeforeTheyPass() {
        var one = monthEnd("2026-09-30");
        one.pause(new Pause(2, null));

        assertThat(one.coming(4))
                .extracting(ComingTurn::state)
                .containsExactly(TurnState.PAUSED, TurnState.PAUSED, TurnState.PLANNED, TurnState.PLANNED);
        assertThat(one.decided()).isEmpty();
    }

    @Test
    void skippedTurnsPassAtOnceAndMoveNothing() {
        var one = monthEnd("2026-09-30");
        one.skip(2);

        assertThat(nextDelivery(one)).isEqualTo("2026-11-30");
        assertThat(one.state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(one.decided())
                .extracting(DecidedTurn::reason)
                .containsExactly(SkipReason.CUSTOMER, SkipReason.CUSTOMER);
    }

    @Test
    void aPauseUntilADayEndsWithTheFirstTurnFromThatDayOn() {
        var one = monthEnd("2026-09-30");
        one.pause(new Pause(null, day("2026-11-30")));
        one.passes();
        assertThat(one.state()).isEqualTo(SubscriptionState.PAUSED);

        one.passes();
        assertThat(one.state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(nextDelivery(one)).isEqualTo("2026-11-30");
    }

    @Test
    void aPauseWithoutAnyTurnIsRefused() {
        assertRefused("subscription.pause.nothing", one -> one.pause(new Pause(null, day("2026-09-30"))));
    }

    @Test
    void aPauseWithoutEndLastsUntilItIsResumed() {
        var one = monthEnd("2026-09-30");
        one.pause(Pause.WITHOUT_END);
        one.passes();
        one.passes();
        one.resume();

        assertThat(one.state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(nextDelivery(one)).isEqualTo("2026-11-30");
    }

    @Test
    void turnsPassWhileThePaymentIsStopped() {
        var one = monthEnd("2026-09-30");
        one.stopForPayment();
        one.passes();

        assertThat(one.decided()).extracting(DecidedTurn::reason).containsExactly(SkipReason.PAYMENT_STOPPED);
        one.resume();
        assertThat(one.coming(1).get(0).state()).isEqualTo(TurnState.PLANNED);
    }

    @Test
    void anotherDayThisTimeMovesNoLaterTurn() {
        var one = monthEnd("2026-09-30");
        one.wish(new Wish.Day(day("2026-09-20")), Scope.THIS_TURN);

        assertThat(deliveries(one)).containsExactly(days("2026-09-20", "2026-10-31", "2026-11-30"));
        assertThat(one.coming(1).get(0).nominal()).isEqualTo("2026-09-30");
    }

    @Test
    void anotherDayFromNowOnMovesTheLaterTurnsToo() {
        var every30 = SubscriptionMother.of(new EveryDays(30), "2026-09-30");
        every30.wish(new Wish.Day(day("2026-10-05")), Scope.FROM_NOW);
        assertThat(deliveries(every30)).containsExactly(days("2026-10-05", "2026-11-04", "2026-12-04"));

        var monthly = SubscriptionMother.of(new EveryMonths(1, 10), "2026-09-10");
        monthly.wish(new Wish.Day(day("2026-09-15")), Scope.FROM_NOW);
        assertThat(deliveries(monthly)).containsExactly(days("2026-09-15", "2026-10-15", "2026-11-15"));
    }

    @Test
    void anotherDayFromTheNextOnLeavesThisTurnAsItIs() {
        var one = SubscriptionMother.of(new EveryDays(30), "2026-09-30");
        one.wish(new Wish.Day(day("2026-11-05")), Scope.FROM_NEXT);

        assertThat(deliveries(one)).containsExactly(days("2026-09-30", "2026-11-05", "2026-12-05"));
    }

    /** Gaps that are behind don't come again. */
    @Test
    void changingGapsGoOnFromWhereTheyStand() {
        var one = SubscriptionMother.of(new ChangingGaps(List.of(14, 30)), "2026-09-01");
        one.made(ORDER);
        one.wish(new Wish.Day(day("2026-09-20")), Scope.FROM_NOW);

        assertThat(deliveries(one)).containsExactly(days("2026-09-20", "2026-10-20", "2026-11-19"));
    }

    @Test
    void noTurnPassesAnother() {
        assertRefused(
                "subscription.day.after-following", one -> one.wish(new Wish.Day(day("2026-10-31")), Scope.THIS_TURN));
        assertRefused("subscription.day.before-last", one -> {
            one.made(ORDER);
            one.wish(new Wish.Day(day("2026-09-30")), Scope.THIS_TURN);
        });
        assertRefused(
                "subscription.day.before-next", one -> one.wish(new Wish.Day(day("2026-09-30")), Scope.FROM_NEXT));
    }

    @Test
    void weekdaysOfAMonthCanBeMovedForOneTurnOnly() {
        var one = SubscriptionMother.of(new EveryNthWeekday(1, 2, DayOfWeek.TUESDAY), "2026-09-01");

        assertThatThrownBy(() -> one.wish(new Wish.Day(day("2026-09-10")), Scope.FROM_NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.messageKey()).isEqualTo("subscription.day.rule"));
        one.wish(new Wish.Day(day("2026-09-10")), Scope.THIS_TURN);
        assertThat(deliveries(one)).containsExactly(days("2026-09-10", "2026-10-13", "2026-11-10"));
    }

    @Test
    void otherItemsCountThisTimeFromNowOnOrFromTheNext() {
        assertThat(pieces(one -> one.wish(new Wish.Items(List.of(tea(5))), Scope.THIS_TURN)))
                .containsExactly(5, 1, 1);
        assertThat(pieces(one -> one.wish(new Wish.Items(List.of(tea(5))), Scope.FROM_NOW)))
                .containsExactly(5, 5, 5);
        assertThat(pieces(one -> one.wish(new Wish.Items(List.of(tea(5))), Scope.FROM_NEXT)))
                .containsExactly(1, 5, 5);
    }

    @Test
    void whatCountsFromNowOnOverrulesWhatWasSaidForThisTurn() {
        assertThat(pieces(one -> {
                    one.wish(new Wish.Items(List.of(tea(5))), Scope.THIS_TURN);
                    one.wish(new Wish.Items(List.of(tea(2))), Scope.FROM_NOW);
                }))
                .containsExactly(2, 2, 2);
    }

    @Test
    void somethingIsAddedOnce() {
        var one = monthEnd("2026-09-30");
        one.wish(new Wish.Add(List.of(cup(1), tea(1))), Scope.THIS_TURN);

        assertThat(one.coming(2))
                .extracting(ComingTurn::items)
                .containsExactly(List.of(tea(2), cup(1)), List.of(tea(1)));
        assertRefused("subscription.add.once", other -> other.wish(new Wish.Add(List.of(cup(1))), Scope.FROM_NOW));
    }

    @Test
    void anotherCycleBeginsWithTheNextTurnWhereverItStands() {
        var one = monthEnd("2026-09-30");
        var weekly = new Wish.OtherCycle(RuleJson.of(new EveryDays(7)), null);
        one.wish(weekly, Scope.FROM_NOW);
        assertThat(deliveries(one)).containsExactly(days("2026-09-30", "2026-10-07", "2026-10-14"));

        var later = monthEnd("2026-09-30");
        later.wish(weekly, Scope.FROM_NEXT);
        assertThat(deliveries(later)).containsExactly(days("2026-09-30", "2026-10-31", "2026-11-07"));

        assertRefused("subscription.cycle.this-turn", other -> other.wish(weekly, Scope.THIS_TURN));
        assertRefused(
                "subscription.cycle.no-dates",
                other -> other.wish(
                        new Wish.OtherCycle(RuleJson.of(new FixedDates(List.of(day("2020-01-01")))), null),
                        Scope.FROM_NOW));
    }

    @Test
    void paymentAddressAndSlotFollowTheirScope() {
        var one = monthEnd("2026-09-30");
        one.wish(new Wish.PaidBy(PaymentMethod.BANK_TRANSFER, null), Scope.THIS_TURN);
        one.wish(new Wish.At(TimeSlot.AM), Scope.FROM_NOW);

        assertThat(one.termsOfNext().method()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(one.termsOfNext().slot()).isEqualTo(TimeSlot.AM);
        one.made(ORDER);
        assertThat(one.termsOfNext().method()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
        assertThat(one.termsOfNext().slot()).isEqualTo(TimeSlot.AM);
    }

    @Test
    void aReservedStopEndsItWithTheFirstTurnFromThatDayOn() {
        var one = monthEnd("2026-09-30");
        one.stopFrom(day("2026-11-01"), "引越し");
        assertThat(deliveries(one)).containsExactly(days("2026-09-30", "2026-10-31"));

        one.made(ORDER);
        one.made(ORDER);
        assertThat(one.state()).isEqualTo(SubscriptionState.STOPPED);
        assertThat(one.next()).isEmpty();
        assertThat(one.stopReason().orElseThrow().japanese()).isEqualTo("引越し");
    }

    @Test
    void aChangeReservedForADayCountsFromTheFirstTurnOfThatDayOn() {
        var one = monthEnd("2026-09-30");
        one.wishFrom(new Wish.Items(List.of(tea(7))), day("2026-11-01"));

        assertThat(one.coming(4))
                .extracting(turn -> turn.items().get(0).quantity())
                .containsExactly(1, 1, 7, 7);
        assertRefused(
                "subscription.from.not-of-day",
                other -> other.wishFrom(new Wish.Add(List.of(cup(1))), day("2026-11-01")));
    }

    @Test
    void datesThatRunOutEndIt() {
        var one = SubscriptionMother.of(new FixedDates(List.of(day("2026-09-30"))), "2026-09-01");
        one.made(ORDER);

        assertThat(one.state()).isEqualTo(SubscriptionState.STOPPED);
    }

    @Test
    void whatIsStoppedStays() {
        var one = monthEnd("2026-09-30");
        one.stop("不要");

        assertThatThrownBy(() -> one.skip(1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(one::resume).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> one.stop("again")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> one.wish(new Wish.At(null), Scope.FROM_NOW)).isInstanceOf(Refusal.class);
        assertThat(one.coming(3)).isEmpty();
    }

    /** Whatever is wished in whatever order, no turn is left out, none comes twice, and none passes another. */
    @Property(tries = 300)
    void everyTurnIsDecidedOnceInOrder(@ForAll("lives") List<Consumer<Subscription>> life) {
        var one = monthEnd("2026-09-30");
        for (var step : life) {
            if (one.next().isEmpty()) {
                break;
            }
            var tried = one.copy();
            try {
                step.accept(tried);
            } catch (Refusal notNow) {
                continue;
            }
            step.accept(one);
        }
        var turns = one.decided().stream().map(DecidedTurn::turn).toList();
        var days = new ArrayList<>(
                one.decided().stream().map(DecidedTurn::delivery).toList());
        one.coming(5).forEach(turn -> days.add(turn.delivery()));

        assertThat(turns)
                .isEqualTo(IntStream.rangeClosed(1, turns.size()).boxed().toList());
        assertThat(days).isSorted();
        assertThat(new HashSet<>(days)).hasSameSizeAs(days);
        one.next().ifPresent(next -> assertThat(next.turn()).isEqualTo(turns.size() + 1));
    }

    @Provide
    Arbitrary<List<Consumer<Subscription>>> lives() {
        return Arbitraries.<Consumer<Subscription>>of(
                        one -> one.made(ORDER),
                        Subscription::passes,
                        one -> one.skip(2),
                        one -> one.pause(new Pause(2, null)),
                        one -> one.pause(Pause.WITHOUT_END),
                        Subscription::resume,
                        Subscription::stopForPayment,
                        one -> one.wish(
                                new Wish.Day(one.next().orElseThrow().delivery().minusDays(3)), Scope.THIS_TURN),
                        one -> one.wish(
                                new Wish.Day(one.next().orElseThrow().delivery().plusDays(4)), Scope.FROM_NOW),
                        one -> one.wish(
                                new Wish.Day(one.next().orElseThrow().delivery().plusDays(20)), Scope.FROM_NEXT),
                        one -> one.wish(new Wish.OtherCycle(RuleJson.of(new EveryDays(10)), null), Scope.FROM_NEXT),
                        one -> one.wish(
                                new Wish.OtherCycle(RuleJson.of(new EveryNthWeekday(1, 5, DayOfWeek.FRIDAY)), null),
                                Scope.FROM_NOW),
                        one -> one.stopFrom(one.next().orElseThrow().delivery().plusDays(70), "x"))
                .list()
                .ofMaxSize(25);
    }

    private static void assertRefused(String key, Consumer<Subscription> change) {
        var one = monthEnd("2026-09-30");
        assertThatThrownBy(() -> change.accept(one))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.messageKey()).isEqualTo(key));
    }

    private static List<Integer> pieces(Consumer<Subscription> change) {
        var one = monthEnd("2026-09-30");
        change.accept(one);
        return one.coming(3).stream()
                .map(turn -> turn.items().get(0).quantity())
                .toList();
    }

    private static List<LocalDate> deliveries(Subscription one) {
        return one.coming(3).stream().map(ComingTurn::delivery).toList();
    }

    private static LocalDate nextDelivery(Subscription one) {
        return one.next().orElseThrow().delivery();
    }

    private static LocalDate[] days(String... days) {
        return Arrays.stream(days).map(LocalDate::parse).toArray(LocalDate[]::new);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
