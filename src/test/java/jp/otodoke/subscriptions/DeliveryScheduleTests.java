package jp.otodoke.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import jp.otodoke.subscriptions.FirmCalendar.Closed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

@UnitTest
class DeliveryScheduleTests {
    private static final Closed ALWAYS_OPEN = new Closed(Set.of(), Set.of());
    private static final Closed SUNDAYS = new Closed(Set.of(7), Set.of());
    private static final int EVERY_DAY = 1;

    @Test
    void aDayOnWhichTheCarrierDoesNotDeliverIsAvoided() {
        var newYear = new Closed(Set.of(), Set.of(day("2026-12-31"), day("2027-01-01")));

        var turns = PlannedTurn.of(new EveryMonths(1, 31), day("2026-12-31"), 2, after(ALWAYS_OPEN, newYear, 1));

        assertThat(turns.get(0).delivery()).isEqualTo("2027-01-02");
        assertThat(turns.get(0).causes())
                .extracting(BilingualText::japanese)
                .containsExactly("2026/12/31(木)〜2027/01/01(金) は配送会社の休業日です");
        assertThat(turns.get(1).delivery()).isEqualTo("2027-01-31");
    }

    @Test
    void goodsForMondayLeaveOnSaturdayWhereTheWarehouseIsClosedOnSunday() {
        var turns = PlannedTurn.of(new EveryDays(7), day("2026-12-07"), 3, after(SUNDAYS, ALWAYS_OPEN, 1));

        assertThat(turns).allSatisfy(turn -> assertThat(turn.delivery()).isEqualTo(turn.nominal()));
    }

    @Test
    void aLongClosureOfTheWarehouseMovesTheDelivery() {
        var closure = new Closed(
                Set.of(), Set.of(day("2026-12-31"), day("2027-01-01"), day("2027-01-02"), day("2027-01-03")));

        var turn = PlannedTurn.of(new EveryDays(30), day("2027-01-04"), 1, after(closure, ALWAYS_OPEN, 1))
                .get(0);

        assertThat(turn.delivery()).isEqualTo("2027-01-05");
        assertThat(turn.causes())
                .extracting(BilingualText::english)
                .containsExactly("The warehouse is closed when goods would have to leave for 2027/01/04 Mon");
    }

    @Test
    void turnsThatWouldFallOnOneDayAreKeptApart() {
        var closure = new Closed(Set.of(), Set.of(day("2026-12-02")));

        var turns = PlannedTurn.of(new EveryDays(EVERY_DAY), day("2026-12-01"), 4, after(ALWAYS_OPEN, closure, 1));

        assertThat(turns)
                .extracting(PlannedTurn::delivery)
                .containsExactly(day("2026-12-01"), day("2026-12-03"), day("2026-12-04"), day("2026-12-05"));
        assertThat(turns.get(2).causes())
                .extracting(BilingualText::japanese)
                .containsExactly("前の回を 2026/12/03(木) にお届けします");
    }

    @Property
    void deliveriesNeverCollideNorGoBackwards(
            @ForAll @Size(max = 40) Set<@IntRange(min = -10, max = 120) Integer> closed,
            @ForAll @Size(max = 3) Set<@IntRange(min = 1, max = 7) Integer> weekdays,
            @ForAll @IntRange(min = 1, max = 20) int days,
            @ForAll Shift shift) {
        var first = day("2026-12-01");
        var carrier = new Closed(
                weekdays, Set.copyOf(closed.stream().map(first::plusDays).toList()));
        var calendar = new FirmCalendar(SUNDAYS, carrier, 1, 2);

        var deliveries = PlannedTurn.of(new EveryDays(days), first, 20, DeliverySchedule.of(calendar, shift)).stream()
                .map(PlannedTurn::delivery)
                .toList();

        assertThat(deliveries).isSorted().doesNotHaveDuplicates();
        assertThat(deliveries)
                .allSatisfy(day -> assertThat(calendar.obstacle(day)).isEmpty());
    }

    @Test
    void whoIsNeverOpenDeliversNothing() {
        var never = new Closed(Set.of(1, 2, 3, 4, 5, 6, 7), Set.of());

        assertThatThrownBy(() -> after(ALWAYS_OPEN, never, 1).delivery(day("2026-12-01"), null))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theDeadlineForChangesIsCountedInWorkingDays() {
        var calendar = new FirmCalendar(SUNDAYS, ALWAYS_OPEN, 1, 2);

        assertThat(calendar.workingDaysBefore(day("2026-12-08"), 3)).isEqualTo("2026-12-04");
        assertThat(calendar.workingDaysBefore(day("2026-12-08"), 0)).isEqualTo("2026-12-08");
    }

    @Test
    void withAListOfClosedDaysWeekendsAreOrdinaryAndEachTurnIsMovedByItself() {
        var turns = PreviewSchedule.around(
                Set.of(day("2026-12-06"), day("2026-12-07")), Shift.BEFORE, new EveryDays(1), day("2026-12-05"), 4);

        assertThat(turns)
                .extracting(PlannedTurn::delivery)
                .isEqualTo(List.of(day("2026-12-05"), day("2026-12-05"), day("2026-12-05"), day("2026-12-08")));
    }

    private static DeliverySchedule after(Closed warehouse, Closed carrier, int leadDays) {
        return DeliverySchedule.of(new FirmCalendar(warehouse, carrier, leadDays, 2), Shift.AFTER);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
