package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.shared.CustomerNumber;

/**
 * A customer's account that is to be closed.
 *
 * @param date to the end of which day
 * @param due when the statement is to be paid
 */
public record DueClosing(CustomerNumber customer, LocalDate date, LocalDate due) {
    static DueClosing of(CustomerNumber customer, CreditTerms terms, LocalDate date) {
        return new DueClosing(customer, date, terms.due(date));
    }
}
