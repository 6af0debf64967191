package jp.otodoke.orders;

/** Nothing more of this order will be shipped; published in the same transaction. */
public record OrderCancelled(String orderNumber) {}
