package jp.otodoke.payments;

/** Result of recording a bank file. */
public record DepositCounts(int created, int existing) {}
