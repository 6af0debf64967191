package jp.otodoke.partners.bank;

import java.util.List;

/** The number of amounts and their sum. */
record AmountTotal(long count, long amount) {
    static final AmountTotal NONE = new AmountTotal(0, 0);

    static AmountTotal of(List<Long> amounts) {
        return new AmountTotal(
                amounts.size(), amounts.stream().mapToLong(Long::longValue).sum());
    }

    AmountTotal plus(long more) {
        return new AmountTotal(count + 1, amount + more);
    }

    AmountTotal minus(AmountTotal other) {
        return new AmountTotal(count - other.count, amount - other.amount);
    }
}
