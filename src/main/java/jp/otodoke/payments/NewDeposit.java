package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A deposit as reported by the bank.
 *
 * @param bankReference permanently identifies the bank's record; the same reference is the same deposit
 * @param amount above zero
 * @param record record number in the file, from 1
 * @param cancel whether the record reverses an earlier deposit
 * @param inquiryNumber the account and the bank's number of the transfer, by which a reversal names it; null if the
 *     bank gives none
 * @param account bank, branch, type and number of the account that the bank names for it, by hyphens; null if it names none
 */
public record NewDeposit(
        String bankReference,
        LocalDate postingDate,
        Yen amount,
        Remitter remitter,
        @Nullable String remitterCode,
        int record,
        boolean cancel,
        @Nullable String inquiryNumber,
        @Nullable String account) {
    /** @param remitterKana what the remitter wrote, as the bank reports it */
    public NewDeposit(
            String bankReference,
            LocalDate postingDate,
            Yen amount,
            String remitterKana,
            @Nullable String remitterCode,
            int record,
            boolean cancel,
            @Nullable String inquiryNumber,
            @Nullable String account) {
        this(
                bankReference,
                postingDate,
                amount,
                new Remitter(remitterKana),
                remitterCode,
                record,
                cancel,
                inquiryNumber,
                account);
    }

    /** A deposit on the firm's account. */
    public NewDeposit(
            String bankReference,
            LocalDate postingDate,
            Yen amount,
            String remitterKana,
            @Nullable String remitterCode,
            int record,
            boolean cancel,
            @Nullable String inquiryNumber) {
        this(bankReference, postingDate, amount, remitterKana, remitterCode, record, cancel, inquiryNumber, null);
    }

    /** A deposit without an inquiry number. */
    public NewDeposit(
            String bankReference,
            LocalDate postingDate,
            Yen amount,
            String remitterKana,
            @Nullable String remitterCode,
            int record,
            boolean cancel) {
        this(bankReference, postingDate, amount, remitterKana, remitterCode, record, cancel, null);
    }

    public String remitterKana() {
        return remitter.written();
    }
}
