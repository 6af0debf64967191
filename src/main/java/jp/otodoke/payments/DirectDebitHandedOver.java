package jp.otodoke.payments;

/** A person has fetched the request file of a cycle, which counts as handing it over. */
public record DirectDebitHandedOver(long cycle) {}
