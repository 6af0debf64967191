package jp.otodoke.orders;

/** The order was cancelled and nothing more of it will ship. Published in the same transaction. */
public record OrderCancelled(String orderNumber) {}
