package jp.otodoke.payments.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.otodoke.payments.BankDays;
import org.jspecify.annotations.Nullable;

/**
 * By which direct debits are collected each month: on the 27th, say, with the file three business days before.
 *
 * @param day of the debit, the last of a shorter month
 * @param fileDays how many business days of the banks before the debit the agency needs the file
 * @param previewDays how many business days before that the claims are collected
 * @param resultDays how many business days after the debit its result is expected
 * @param retryDay on which what had no funds is collected again in a cycle of its own; null if the next month takes it
 * @param automatic whether the file goes by itself on its last day, or somebody approves it
 */
public record DebitContract(
        long id,
        String name,
        int day,
        int fileDays,
        int previewDays,
        int resultDays,
        @Nullable Integer retryDay,
        boolean automatic,
        boolean active) {
    /** The cycle of that month. */
    DebitTurn turn(YearMonth month) {
        return turn(on(month, day), false);
    }

    /** The cycle by which failed claims of the month are collected again: in the same month if that day is later, else in the next. */
    Optional<DebitTurn> retry(YearMonth month) {
        return Optional.ofNullable(retryDay)
                .map(again -> turn(on(again > day ? month : month.plusMonths(1), again), true));
    }

    private DebitTurn turn(LocalDate nominal, boolean retry) {
        var date = BankDays.onOrAfter(nominal);
        var fileDue = BankDays.before(date, fileDays);
        return new DebitTurn(
                this, date, fileDue, BankDays.before(fileDue, previewDays), BankDays.after(date, resultDays), retry);
    }

    private static LocalDate on(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
