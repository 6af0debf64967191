package jp.otodoke.orders;

/**
 * Goods were returned and will not be sent again. Published in the same transaction.
 *
 * @param amount yen that the customer no longer owes
 */
public record OrderReturned(String orderNumber, long amount) {}
