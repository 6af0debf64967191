package jp.otodoke.payments.accounting;

import java.time.LocalDate;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal.
 *
 * @param amount above zero, with tax
 * @param tax in it; zero if there is none or it is a line of its own
 */
public record JournalLine(LocalDate day, Side debit, Side credit, Yen amount, Yen tax) {
    /** @param taxRate per cent; null unless the account is by rate */
    public record Side(String account, @Nullable Integer taxRate) {
        static Side of(String account) {
            return new Side(account, null);
        }

        /** Whose tax stands in the line. */
        public boolean taxed() {
            return account.equals(Journal.SALES);
        }
    }
}
