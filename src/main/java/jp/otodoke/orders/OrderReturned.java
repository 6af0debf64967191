package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;

/** Goods came back and will not be sent again; the order's lines say how many. Published in the same transaction. */
public record OrderReturned(OrderNumber orderNumber) {}
