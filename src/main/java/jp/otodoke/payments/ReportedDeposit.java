package jp.otodoke.payments;

import jp.otodoke.shared.Yen;

/**
 * A deposit that is new, with the id it gets.
 *
 * @param open as the rules of matching see it
 */
record ReportedDeposit(long id, NewDeposit reported, RemittedDeposit open) {
    /** Negative if it takes money back. */
    Yen signed() {
        return reported.cancel() ? reported.amount().negated() : reported.amount();
    }
}
