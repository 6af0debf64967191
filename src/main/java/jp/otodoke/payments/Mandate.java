package jp.otodoke.payments;

import java.time.Instant;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.CustomerNumber;

/**
 * What lets us collect from a customer's account (口座振替の依頼書).
 *
 * @param accountEnd the last digits of its number
 * @param since when it was given
 */
public record Mandate(
        long id,
        CustomerNumber customer,
        String bankCode,
        String branchCode,
        String accountType,
        String accountEnd,
        @Personal(Personal.Kind.NAME) String holderKana,
        State state,
        Instant since) {
    /** One of a customer at most is active. */
    public enum State {
        ACTIVE,
        /** The payer has stopped it and is asked. */
        SUSPENDED,
        /** The bank knows no such account or mandate. */
        INVALID,
        REPLACED
    }

    /** The number of the account, of which only the end is shown. */
    public String maskedNumber() {
        return Masking.HIDDEN + accountEnd;
    }
}
