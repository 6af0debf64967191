package jp.otodoke.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.otodoke.shared.Yen;

/**
 * 掛売りの条件: how much a customer may owe, to which day of the month a statement collects, and when it is paid. A day of 31 is the
 * last of any month.
 *
 * @param limit not negative
 * @param closingDay 1 to 31
 * @param monthsLater 0 to 6, in which month after the closing it is paid
 * @param payDay 1 to 31, put off to the next day on which banks do business
 */
public record CreditTerms(Yen limit, int closingDay, int monthsLater, int payDay) {
    public static final Yen MOST = Yen.of(9_999_999_999L);
    public static final int LAST_DAY = 31;
    public static final int MOST_MONTHS = 6;

    /** @throws IllegalArgumentException if one of them is out of bounds */
    public CreditTerms {
        if (limit.isNegative()
                || limit.isMoreThan(MOST)
                || !isDay(closingDay)
                || !isDay(payDay)
                || monthsLater < 0
                || monthsLater > MOST_MONTHS
                || monthsLater == 0 && payDay < closingDay) {
            throw new IllegalArgumentException(
                    "Not the terms of a customer: " + closingDay + " " + monthsLater + " " + payDay);
        }
    }

    /** 翌月末払い: what is agreed where nothing is said of the payment. */
    public static CreditTerms payingAtTheEndOfTheNextMonth(Yen limit, int closingDay) {
        return new CreditTerms(limit, closingDay, 1, LAST_DAY);
    }

    /** Whether it may be a day of a month. */
    public static boolean isDay(int day) {
        return day >= 1 && day <= LAST_DAY;
    }

    /** The last closing that is not after this day. */
    LocalDate closingUntil(LocalDate day) {
        var month = YearMonth.from(day);
        var closing = in(month, closingDay);
        return closing.isAfter(day) ? in(month.minusMonths(1), closingDay) : closing;
    }

    /** The next closing that is not before this day. */
    LocalDate closingFrom(LocalDate day) {
        var closing = in(YearMonth.from(day), closingDay);
        return closing.isBefore(day) ? in(YearMonth.from(day).plusMonths(1), closingDay) : closing;
    }

    /** When a statement that is closed on a day is to be paid; not before that day. */
    LocalDate due(LocalDate closing) {
        var agreed = in(YearMonth.from(closing).plusMonths(monthsLater), payDay);
        return BankDays.onOrAfter(agreed.isBefore(closing) ? closing : agreed);
    }

    CreditTerms withLimit(Yen other) {
        return new CreditTerms(other, closingDay, monthsLater, payDay);
    }

    private static LocalDate in(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
