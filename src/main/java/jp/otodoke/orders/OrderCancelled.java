package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;

/** The order was cancelled and nothing more of it will ship. Published in the same transaction. */
public record OrderCancelled(OrderNumber orderNumber) {}
