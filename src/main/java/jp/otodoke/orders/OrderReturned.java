package jp.otodoke.orders;

/**
 * Goods came back for good; published in the same transaction.
 *
 * @param amount yen that the customer need not pay any more
 */
public record OrderReturned(String orderNumber, long amount) {}
