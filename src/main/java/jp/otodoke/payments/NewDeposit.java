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
 */
public record NewDeposit(
        String bankReference,
        LocalDate postingDate,
        Yen amount,
        String remitterKana,
        @Nullable String remitterCode,
        int record,
        boolean cancel) {}
