package jp.otodoke.payments;

/**
 * What became of a claim.
 *
 * @param code as it stands in the file
 * @param outcome what it means at this agency
 */
public record DebitResult(long claim, String code, DebitOutcome outcome) {}
