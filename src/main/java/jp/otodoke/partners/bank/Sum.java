package jp.otodoke.partners.bank;

import java.util.List;

/** How many amounts, and how much together. */
record Sum(long count, long amount) {
    static Sum of(List<Long> amounts) {
        return new Sum(
                amounts.size(), amounts.stream().mapToLong(Long::longValue).sum());
    }

    Sum minus(Sum other) {
        return new Sum(count - other.count, amount - other.amount);
    }
}
