package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import jp.otodoke.UnitTest;
import jp.otodoke.fulfilment.DeliveryCalendar.Closed;
import jp.otodoke.fulfilment.DeliveryCalendar.Lead;
import jp.otodoke.fulfilment.DeliveryDay.Why;
import jp.otodoke.shared.TimeSlot;
import org.junit.jupiter.api.Test;

/** Thursday, 26 November 2026; the warehouse rests on Sundays and closes at 15:00. */
@UnitTest
class DeliveryCalendarTests {
    private static final Lead TOKYO = new Lead(1, TimeSlot.AM);
    private static final Lead HOKKAIDO = new Lead(2, TimeSlot.FROM_14);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void theNextDayIsReachedUntilTheClosingTime() {
        assertThat(at("26T15:00").day(TOKYO, FRIDAY).reachable()).isTrue();
        assertThat(at("26T15:01").day(TOKYO, FRIDAY).why()).isEqualTo(Why.AFTER_CLOSING);
    }

    @Test
    void aFarPrefectureTakesItsLeadTime() {
        assertThat(at("26T10:00").day(HOKKAIDO, FRIDAY).why()).isEqualTo(Why.LEAD_TIME);
        assertThat(at("26T10:00").day(HOKKAIDO, FRIDAY.plusDays(1)).reachable()).isTrue();
    }

    @Test
    void onTheFirstDayAFarPrefectureHasNoEarlySlots() {
        var first = at("26T10:00").day(HOKKAIDO, FRIDAY.plusDays(1));
        var second = at("26T10:00").day(HOKKAIDO, FRIDAY.plusDays(2));

        assertThat(first.slots()).doesNotContain(TimeSlot.AM).contains(TimeSlot.FROM_14);
        assertThat(first.reachable(TimeSlot.AM)).isFalse();
        assertThat(second.slots()).contains(TimeSlot.AM);
    }

    @Test
    void anEarlySlotFarAwayLeavesADayBefore() {
        var calendar = at("26T10:00");

        assertThat(calendar.lastShipDay(HOKKAIDO, FRIDAY.plusDays(2), TimeSlot.FROM_14))
                .isEqualTo(FRIDAY);
        assertThat(calendar.lastShipDay(HOKKAIDO, FRIDAY.plusDays(2), TimeSlot.AM))
                .isEqualTo(FRIDAY.minusDays(1));
    }

    @Test
    void aDayOfRestOfTheWarehouseIsTheReason() {
        var monday = LocalDate.of(2026, 11, 30);

        assertThat(at("29T10:00").day(TOKYO, monday).why()).isEqualTo(Why.WAREHOUSE_CLOSED);
        assertThat(at("28T16:00").day(TOKYO, monday).why())
                .as("it could have left earlier on Saturday")
                .isEqualTo(Why.AFTER_CLOSING);
        assertThat(at("28T16:00").day(TOKYO, monday.plusDays(2)).reachable()).isTrue();
        assertThat(at("27T10:00").day(TOKYO, monday).reachable())
                .as("leaves on Saturday")
                .isTrue();
    }

    @Test
    void nothingIsDeliveredOnAClosedDayOfTheCarrier() {
        assertThat(at("26T10:00").day(TOKYO, LocalDate.of(2026, 12, 1)).why()).isEqualTo(Why.CARRIER_CLOSED);
    }

    @Test
    void theDaysOfferedStartTomorrow() {
        assertThat(at("26T10:00").days(TOKYO, 3))
                .extracting(DeliveryDay::date)
                .containsExactly(FRIDAY, FRIDAY.plusDays(1), FRIDAY.plusDays(2));
    }

    private static DeliveryCalendar at(String november) {
        return new DeliveryCalendar(
                LocalDateTime.parse("2026-11-" + november),
                LocalTime.of(15, 0),
                new Closed(Set.of(7), Set.of()),
                new Closed(Set.of(), Set.of(LocalDate.of(2026, 12, 1))));
    }
}
