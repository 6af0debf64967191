package jp.otodoke.payments;

/** The order is paid in full. Published in the same transaction. */
public record PaymentSettled(String orderNumber) {}
