package jp.otodoke.payments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the bank reported it.
 *
 * @param bankReference names the bank's row for ever; the same one again is the same deposit
 * @param amount yen, above zero
 * @param record number of the record in its file, from 1
 * @param cancel whether the row takes an earlier one back
 */
public record NewDeposit(
        String bankReference,
        LocalDate postingDate,
        long amount,
        String remitterKana,
        @Nullable String remitterCode,
        int record,
        boolean cancel) {}
