package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;

/**
 * Goods were returned and will not be sent again. Published in the same transaction.
 *
 * @param amount what the customer no longer owes
 */
public record OrderReturned(OrderNumber orderNumber, Yen amount) {}
