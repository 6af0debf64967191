package jp.otodoke.payments;

/** Nobody could tell what became of a card call, however often it was asked: a person has to look. Published in the same transaction. */
public record PaymentUnknown(String orderNumber) {}
