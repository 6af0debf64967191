package jp.otodoke.payments;

import java.time.Instant;
import java.util.List;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/**
 * What lets us collect from a customer's account (口座振替の依頼書).
 *
 * @param bankName null if the table of codes does not have it, as the branch's
 * @param accountEnd the last digits of its number
 * @param since when it was given
 */
public record Mandate(
        long id,
        CustomerNumber customer,
        String bankCode,
        String branchCode,
        @Nullable String bankName,
        @Nullable String branchName,
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

    /** What the table of codes could not tell of it: nobody knows yet whether there is such a bank or branch. */
    public List<BilingualText> warnings() {
        if (bankName == null) {
            return List.of(BilingualText.of("mandate.warning.bank", bankCode));
        }
        return branchName == null && !bankCode.equals(BankCodes.POST_BANK)
                ? List.of(BilingualText.of("mandate.warning.branch", bankName, branchCode))
                : List.of();
    }

    /** The number of the account, of which only the end is shown. */
    public String maskedNumber() {
        return Masking.HIDDEN + accountEnd;
    }
}
