package jp.otodoke.membership;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.otodoke.shared.Yen;

/**
 * What members pay.
 *
 * @param dues for a period, tax included; zero if nothing is paid
 * @param taxRate percent
 * @param dueDay of the month, 1 to 31; the last of a shorter month
 * @param graceDays how long after that day a member stays one without having paid
 * @param active whether somebody may join by it
 */
public record MembershipPlan(
        String code, String name, Yen dues, int taxRate, DuesPeriod period, int dueDay, int graceDays, boolean active) {
    /** The first day for payment on or after a day. */
    LocalDate dueOn(LocalDate from) {
        var month = YearMonth.from(from);
        var day = dayIn(month);
        return day.isBefore(from) ? dayIn(month.plusMonths(1)) : day;
    }

    private LocalDate dayIn(YearMonth month) {
        return month.atDay(Math.min(dueDay, month.lengthOfMonth()));
    }
}
