package jp.otodoke.payments;

/** What became of the rows of a bank file. */
public record DepositCounts(int created, int existing) {}
