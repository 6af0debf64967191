package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 締め日と支払日: to which day an account is closed, and when it is paid. */
@UnitTest
class CreditTermsTests {
    @ParameterizedTest
    @CsvSource({
        "20, 2026-12-20, 2026-12-20",
        "20, 2026-12-19, 2026-11-20",
        "20, 2027-01-19, 2026-12-20",
        "31, 2027-02-28, 2027-02-28",
        "31, 2027-02-27, 2027-01-31",
        "30, 2027-03-01, 2027-02-28",
        "31, 2028-02-29, 2028-02-29"
    })
    void anAccountIsClosedOnItsDayOrTheLastOfTheMonth(int closingDay, LocalDate day, LocalDate closing) {
        assertThat(CreditTerms.payingAtTheEndOfTheNextMonth(Yen.of(1), closingDay)
                        .closingUntil(day))
                .isEqualTo(closing);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 31, 2026-11-20, 2027-01-04",
        "1, 31, 2027-01-20, 2027-03-01",
        "2, 10, 2026-12-20, 2027-02-10",
        "0, 31, 2026-11-20, 2026-11-30",
        "1, 5, 2026-11-20, 2026-12-07"
    })
    void aStatementIsDueOnTheAgreedDayOrWhenTheBanksOpenNext(
            int monthsLater, int payDay, LocalDate closing, LocalDate due) {
        assertThat(new CreditTerms(Yen.of(1), 20, monthsLater, payDay).due(closing))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 31", "32, 1, 31", "20, -1, 31", "20, 7, 31", "20, 1, 0", "20, 1, 32", "20, 0, 10"})
    void whatIsNoDayOrBeforeTheClosingIsRefused(int closingDay, int monthsLater, int payDay) {
        assertThatThrownBy(() -> new CreditTerms(Yen.of(1), closingDay, monthsLater, payDay))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLimitIsNotNegative() {
        assertThatThrownBy(() -> CreditTerms.payingAtTheEndOfTheNextMonth(Yen.of(-1), 20))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aStatementIsNeverDueBeforeItIsClosedNorOnADayWithoutBanks(
            @ForAll @IntRange(min = 1, max = 31) int closingDay,
            @ForAll @IntRange(max = 6) int monthsLater,
            @ForAll @IntRange(min = 1, max = 31) int payDay,
            @ForAll @IntRange(max = 4000) int days) {
        var day = LocalDate.of(2026, 1, 1).plusDays(days);
        var terms = new CreditTerms(Yen.of(1), closingDay, monthsLater, monthsLater == 0 ? 31 : payDay);

        var closing = terms.closingUntil(day);

        assertThat(terms.closingFrom(day)).isAfterOrEqualTo(day).isBefore(day.plusDays(32));
        assertThat(closing).isBeforeOrEqualTo(day).isAfter(day.minusDays(32));
        assertThat(terms.due(closing)).isAfterOrEqualTo(closing);
        assertThat(BankDays.open(terms.due(closing))).isTrue();
    }
}
