package jp.otodoke.payments;

/** The payment now allows goods of this order to ship. Published in the same transaction. */
public record PaymentSecured(String orderNumber) {}
