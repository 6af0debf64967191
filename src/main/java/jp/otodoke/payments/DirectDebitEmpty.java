package jp.otodoke.payments;

/** Nothing of a cycle was left to collect: it is done without a file. */
public record DirectDebitEmpty(long cycle) {}
