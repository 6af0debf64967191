package jp.otodoke.documents;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What a batch issues: notes or invoices of what leaves on a day, invoices of accounts that were closed on a day, or statements of a
 * month.
 *
 * @param to the same day, or the last of the month
 */
public record BatchScope(DocumentKind kind, LocalDate from, LocalDate to) {
    /**
     * @param day of shipping, or of closing
     * @param month of statements
     * @throws InvalidInput if there are no batches of the kind, or its day or month is missing
     */
    public static BatchScope of(DocumentKind kind, @Nullable LocalDate day, @Nullable YearMonth month) {
        switch (kind) {
            case DELIVERY_NOTE, INVOICE, STATEMENT_INVOICE -> {
                if (day == null) {
                    throw new InvalidInput("day", "required", BilingualText.of("document.problem.day"));
                }
                return new BatchScope(kind, day, day);
            }
            case STATEMENT -> {
                if (month == null) {
                    throw new InvalidInput("month", "required", BilingualText.of("document.problem.month"));
                }
                return new BatchScope(kind, month.atDay(1), month.atEndOfMonth());
            }
            default -> throw new InvalidInput("kind", "invalid", BilingualText.of("document.problem.batch-kind"));
        }
    }
}
