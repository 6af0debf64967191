package jp.otodoke.payments;

/** The request file of a cycle is written and handed over. */
public record DirectDebitHandedOver(long cycle) {}
