package jp.otodoke.partners.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that a file reports.
 *
 * @param account bank, branch and number of the receiving account
 * @param inquiryNo the bank's number of the row; blank if there is none
 * @param cancel whether it reverses an earlier one
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

    /** With its account, as each account has numbers of its own; banks fill an unused number with zeros. */
    @Nullable
    String inquiryNumber() {
        return inquiryNo.matches("0*") ? null : account + "/" + inquiryNo;
    }

    /** Identifies the row permanently, except for duplicates that the bank itself can't distinguish. */
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
