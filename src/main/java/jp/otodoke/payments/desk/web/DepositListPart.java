package jp.otodoke.payments.desk.web;

import java.util.List;
import jp.otodoke.payments.Deposit;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one page of the list of deposits.
 *
 * @param previous where the page before it begins, as {@link jp.otodoke.payments.Deposits#page}; null if there is none
 * @param next the same of the page behind it
 */
record DepositListPart(List<Deposit> deposits, @Nullable Long previous, @Nullable Long next) {
    /** What the page begins with may be gone from the list with all before or behind it: then it is the first page. */
    static DepositListPart of(long from, int size, Rows rows) {
        var found = rows.read(from, size + 1);
        if (found.isEmpty() && from != 0) {
            return of(0, size, rows);
        }
        var more = found.size() > size;
        var back = from < 0;
        var shown = more ? back ? found.subList(1, size + 1) : found.subList(0, size) : found;
        var earlier = back ? more : from > 0;
        var later = back || more;
        return new DepositListPart(
                shown,
                earlier ? -shown.get(0).id() : null,
                later ? shown.get(shown.size() - 1).id() : null);
    }

    /** Reads rows of the list. */
    interface Rows {
        List<Deposit> read(long from, int limit);
    }
}
