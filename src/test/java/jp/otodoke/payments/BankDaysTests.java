package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.otodoke.UnitTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class BankDaysTests {
    @ParameterizedTest
    @CsvSource({
        "2026-12-28, 2026-12-28",
        "2026-12-27, 2026-12-28",
        "2026-12-31, 2027-01-04",
        "2027-01-02, 2027-01-04",
        "2026-05-03, 2026-05-07",
        "2026-09-19, 2026-09-24",
        "2026-10-12, 2026-10-13",
        "2027-03-21, 2027-03-23",
        "2028-02-11, 2028-02-14"
    })
    void aDebitIsOnTheDayItselfOrTheNextBusinessDay(LocalDate asked, LocalDate debited) {
        assertThat(BankDays.onOrAfter(asked)).isEqualTo(debited);
    }

    /** Of the list of the Cabinet Office. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-01-12", "2026-02-11", "2026-02-23", "2026-03-20", "2026-04-29", "2026-05-06",
                "2026-07-20", "2026-08-11", "2026-09-21", "2026-09-22", "2026-09-23", "2026-11-03", "2026-11-23",
                "2027-03-22"
            })
    void knowsTheHolidays(LocalDate day) {
        assertThat(JapaneseHolidays.contains(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-13", "2026-05-07", "2026-09-24", "2026-12-23", "2026-12-25", "2027-03-23"})
    void knowsOrdinaryDays(LocalDate day) {
        assertThat(JapaneseHolidays.contains(day)).isFalse();
    }

    @Property
    void noClosureIsLongerThanEightDays(@ForAll @IntRange(max = 20_000) int days) {
        var day = LocalDate.of(2022, 1, 1).plusDays(days);

        assertThat(BankDays.onOrAfter(day))
                .isBetween(day, day.plusDays(8))
                .satisfies(open -> assertThat(BankDays.open(open)).isTrue());
    }
}
