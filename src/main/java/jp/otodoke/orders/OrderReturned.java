package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;

/**
 * Goods were returned and will not be sent again. Published in the same transaction.
 *
 * @param amount yen that the customer no longer owes
 */
public record OrderReturned(OrderNumber orderNumber, long amount) {}
