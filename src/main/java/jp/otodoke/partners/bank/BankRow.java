package jp.otodoke.partners.bank;

import java.time.LocalDate;

/**
 * A transfer that a file reports.
 *
 * @param account bank, branch and number of our account
 * @param inquiryNo the bank's number of the row; blank where it gives none
 * @param cancel whether it takes an earlier one back
 */
record BankRow(
        int record,
        String account,
        LocalDate date,
        String inquiryNo,
        long amount,
        String remitterKana,
        String remitterCode,
        boolean cancel) {

    /** What names the row for ever, but for twins that the bank itself can't tell apart. */
    String identity() {
        return String.join(
                ":",
                account,
                date.toString(),
                inquiryNo,
                String.valueOf(amount),
                remitterKana,
                remitterCode,
                cancel ? "cancel" : "");
    }
}
