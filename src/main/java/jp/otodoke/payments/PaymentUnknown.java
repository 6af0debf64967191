package jp.otodoke.payments;

/**
 * The result of a card call could not be determined after repeated searches, so staff must find out. Published in
 * the same transaction.
 */
public record PaymentUnknown(String orderNumber) {}
