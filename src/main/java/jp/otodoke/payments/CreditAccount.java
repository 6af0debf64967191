package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;

/**
 * A customer who buys on account.
 *
 * @param active whether they may order on account
 * @param used what they owe on account, delivered or not
 * @param closedThrough the last day that was closed
 */
public record CreditAccount(
        CustomerNumber customer, CreditTerms terms, boolean active, Yen used, LocalDate closedThrough) {
    /** Negative if more is used than the limit allows. */
    public Yen left() {
        return terms.limit().minus(used);
    }
}
