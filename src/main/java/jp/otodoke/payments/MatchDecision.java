package jp.otodoke.payments;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a deposit.
 *
 * @param automatic whether what was found is booked without a person
 */
record MatchDecision(RemittedDeposit deposit, FoundClaims found, boolean automatic) {
    boolean proposed() {
        return !automatic && found.isAnything();
    }

    Deposit.State state() {
        if (automatic) {
            return Deposit.State.MATCHED;
        }
        return proposed() ? Deposit.State.PROPOSED : Deposit.State.UNMATCHED;
    }

    /** The rule by which it is booked. */
    @Nullable
    String rule() {
        return automatic ? String.valueOf(found.reason()) : null;
    }
}
