package jp.otodoke.partners.bank;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that a file reports.
 *
 * @param account bank, branch, type and number of the receiving account, by hyphens
 * @param inquiryNo the bank's number of the row; empty if there is none
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
    private static final Pattern ZEROS_OF_ACCOUNT = Pattern.compile("-0+(?=\\d+$)");

    /** The formats fill numbers to different lengths: the same transfer has to look the same in each. */
    BankRow {
        account = ZEROS_OF_ACCOUNT.matcher(account).replaceFirst("-");
        inquiryNo = withoutLeadingZeros(inquiryNo);
        remitterCode = withoutLeadingZeros(remitterCode);
    }

    private static String withoutLeadingZeros(String number) {
        var digits = number.strip();
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }

    /** With its account, as each account has numbers of its own; banks fill an unused number with zeros. */
    @Nullable
    String inquiryNumber() {
        return inquiryNo.isEmpty() ? null : account + "/" + inquiryNo;
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
