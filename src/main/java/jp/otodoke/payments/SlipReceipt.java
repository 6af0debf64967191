package jp.otodoke.payments;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.payments.SlipOutcome.State;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a slip at a store.
 *
 * @param receivable null if no such slip was made
 * @param booked what stands in the ledger for it now
 * @param bookings how many postings were made for it
 * @param deposit id of the deposit as which the money of an unknown slip waits; null if none waits
 */
record SlipReceipt(
        long id,
        SlipNumber slip,
        Instant paidAt,
        @Nullable ReceivableNumber receivable,
        String store,
        State state,
        Yen booked,
        int bookings,
        @Nullable Long deposit) {
    LocalDate paidOn() {
        return LocalDate.ofInstant(paidAt, BusinessClock.TOKYO);
    }

    /** The name of the n-th posting for it. */
    String posting(int n) {
        return "slip:" + id + ":" + n;
    }
}
