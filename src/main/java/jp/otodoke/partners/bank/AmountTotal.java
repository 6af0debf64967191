package jp.otodoke.partners.bank;

import java.util.List;

/** How many amounts, and how much together. */
record AmountTotal(long count, long amount) {
    static AmountTotal of(List<Long> amounts) {
        return new AmountTotal(
                amounts.size(), amounts.stream().mapToLong(Long::longValue).sum());
    }

    AmountTotal minus(AmountTotal other) {
        return new AmountTotal(count - other.count, amount - other.amount);
    }
}
