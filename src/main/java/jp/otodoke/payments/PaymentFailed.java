package jp.otodoke.payments;

/** The card was declined. Published in the same transaction. */
public record PaymentFailed(String orderNumber, String code) {}
