package jp.otodoke.inventory;

import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;

/**
 * What became of the differences that a person decided about.
 *
 * @param done ids of those decided
 * @param left those that stay as they are, each with the reason
 * @param withdrawn the orders that were taken what they were allocated
 */
public record DifferenceDecisions(List<Long> done, List<Left> left, List<OrderNumber> withdrawn) {
    /** Why a difference stays as it is. */
    public enum Why {
        /** There is no such difference. */
        UNKNOWN,
        /** It was booked, dismissed or superseded before. */
        DECIDED,
        /** The ledger has changed since the count came. */
        MOVED,
        /** Fewer pieces would be left than are allocated to orders. */
        ALLOCATED,
        /** Fewer than no pieces would be left. */
        NEGATIVE
    }

    /** @param orders whose allocated pieces would be missing, the youngest first, up to 1,000 */
    public record Left(long id, Why why, BilingualText text, List<OrderNumber> orders) {}
}
