package jp.otodoke.payments.schedule;

import java.time.LocalDate;

/**
 * A cycle that a contract has in its calendar.
 *
 * @param date of the debit, a business day of the banks
 * @param fileDue the last day for its file
 * @param collectOn when its claims are collected
 * @param resultDue when the agency's result is expected
 * @param retry whether it collects again what had no funds
 */
public record DebitTurn(
        DebitContract contract,
        LocalDate date,
        LocalDate fileDue,
        LocalDate collectOn,
        LocalDate resultDue,
        boolean retry) {
    boolean due(LocalDate today) {
        return !today.isBefore(collectOn) && !today.isAfter(fileDue);
    }
}
