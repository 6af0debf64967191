package jp.otodoke.payments.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.BankDays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The calendar of a contract. */
@UnitTest
class DebitContractTests {
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    @Test
    void aDebitOnABankHolidayIsOnTheNextBusinessDayAndDeadlinesCountBusinessDays() {
        var turn = contract(27, null).turn(DECEMBER);

        assertThat(turn.date()).isEqualTo("2026-12-28");
        assertThat(turn.fileDue()).isEqualTo("2026-12-21");
        assertThat(turn.collectOn()).isEqualTo("2026-12-17");
        assertThat(turn.resultDue()).isEqualTo("2027-01-05");
        assertThat(turn.due(LocalDate.of(2026, 12, 16))).isFalse();
        assertThat(turn.due(LocalDate.of(2026, 12, 17))).isTrue();
        assertThat(turn.due(LocalDate.of(2026, 12, 21))).isTrue();
        assertThat(turn.due(LocalDate.of(2026, 12, 22))).isFalse();
    }

    @Test
    void aDayThatAMonthDoesNotHaveIsItsLast() {
        assertThat(contract(31, null).turn(YearMonth.of(2027, 2)).date()).isEqualTo("2027-03-01");
        assertThat(contract(31, null).turn(YearMonth.of(2026, 11)).date()).isEqualTo("2026-11-30");
    }

    @Test
    void aSecondAttemptIsInTheSameMonthOrInTheNext() {
        assertThat(contract(14, 28).retry(DECEMBER).orElseThrow().date()).isEqualTo("2026-12-28");
        assertThat(contract(27, 12).retry(DECEMBER).orElseThrow().date()).isEqualTo("2027-01-12");
        assertThat(contract(27, null).retry(DECEMBER)).isEmpty();
    }

    @Property(tries = 300)
    void everyDayOfACalendarIsABusinessDayAndTheyAreInOrder(
            @ForAll @IntRange(min = 1, max = 31) int day,
            @ForAll @IntRange(max = 20) int fileDays,
            @ForAll @IntRange(max = 20) int previewDays,
            @ForAll @IntRange(max = 20) int resultDays,
            @ForAll @IntRange(min = 1, max = 240) int months) {
        var turn = new DebitContract(1, "x", day, fileDays, previewDays, resultDays, null, true, true)
                .turn(YearMonth.of(2025, 1).plusMonths(months));

        assertThat(turn.collectOn()).isBeforeOrEqualTo(turn.fileDue());
        assertThat(turn.fileDue()).isBeforeOrEqualTo(turn.date());
        assertThat(BankDays.open(turn.date())).isTrue();
        assertThat(fileDays == 0 || BankDays.open(turn.fileDue())).isTrue();
        assertThat(turn.fileDue().datesUntil(turn.date()).filter(BankDays::open).count())
                .isEqualTo(fileDays);
        assertThat(BankDays.open(turn.resultDue())).isTrue();
        assertThat(turn.date()
                        .datesUntil(turn.resultDue())
                        .filter(BankDays::open)
                        .count())
                .isEqualTo(resultDays);
    }

    private static DebitContract contract(int day, @Nullable Integer retryDay) {
        return new DebitContract(1, "contract", day, 5, 2, 4, retryDay, false, true);
    }
}
