package jp.otodoke.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For how long dues are paid, and by when. */
@UnitTest
class DuesPeriodTests {
    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-12-01, 1, 2026-12-31",
        "MONTH, 2026-12-15, 1, 2027-01-14",
        "MONTH, 2026-12-15, 13, 2028-01-14",
        "MONTH, 2027-01-31, 1, 2027-02-28",
        "MONTH, 2027-01-31, 2, 2027-03-30",
        "MONTH, 2027-01-30, 1, 2027-02-28",
        "MONTH, 2028-01-30, 1, 2028-02-29",
        "YEAR, 2026-12-01, 1, 2027-11-30",
        "YEAR, 2028-02-29, 1, 2029-02-28",
        "YEAR, 2028-02-29, 4, 2032-02-28",
    })
    void aPeriodEndsBeforeTheDayThatCorrespondsToItsFirst(
            DuesPeriod period, LocalDate first, int periods, LocalDate last) {
        assertThat(period.lastDay(first, periods)).isEqualTo(last);
    }

    @Test
    void forLifeHasNoEnd() {
        assertThat(DuesPeriod.ONCE.lastDay(LocalDate.of(2026, 12, 1), 1)).isNull();
    }

    /** Days are neither skipped nor paid twice, and nothing drifts. */
    @Property
    void periodsFollowEachOther(
            @ForAll @IntRange(min = 0, max = 3_000) int day, @ForAll @IntRange(min = 0, max = 60) int before) {
        var first = LocalDate.of(2024, 1, 1).plusDays(day);
        for (var period : new DuesPeriod[] {DuesPeriod.MONTH, DuesPeriod.YEAR}) {
            var begin = period.firstDay(first, before);

            assertThat(begin).isBeforeOrEqualTo(period.lastDay(first, before + 1));
            assertThat(period.firstDay(first, before + 1))
                    .isEqualTo(Objects.requireNonNull(period.lastDay(first, before + 1))
                            .plusDays(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "27, 2026-12-01, 2026-12-27",
        "27, 2026-12-27, 2026-12-27",
        "27, 2026-12-28, 2027-01-27",
        "31, 2027-02-01, 2027-02-28",
        "31, 2027-02-28, 2027-02-28",
        "1, 2026-12-02, 2027-01-01",
    })
    void duesAreToBePaidByTheNextDueDay(int dueDay, LocalDate from, LocalDate due) {
        var plan = new MembershipPlan("P", "会員", Yen.of(500), 10, DuesPeriod.MONTH, dueDay, 30, true);

        assertThat(plan.dueOn(from)).isEqualTo(due);
    }
}
