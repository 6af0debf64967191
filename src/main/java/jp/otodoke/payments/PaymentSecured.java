package jp.otodoke.payments;

/** Goods of this order may go as far as money is concerned. Published in the same transaction. */
public record PaymentSecured(String orderNumber) {}
