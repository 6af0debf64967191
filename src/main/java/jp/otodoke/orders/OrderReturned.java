package jp.otodoke.orders;

import jp.otodoke.shared.Yen;

/**
 * Goods were returned and will not be sent again. Published in the same transaction.
 *
 * @param amount what the customer no Yener owes
 */
public record OrderReturned(String orderNumber, Yen amount) {}
