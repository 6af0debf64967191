package jp.otodoke.payments.paper;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/**
 * A mandate on paper (口座振替依頼書).
 *
 * @param bankCode null, as are the other fields of the account, if the form could not be read
 * @param defect what is, or was last, wrong with it
 * @param reminders how often the customer was asked for a right one
 * @param remindOn when the customer is asked again
 */
public record MandateForm(
        long id,
        CustomerNumber customer,
        @Nullable String bankCode,
        @Nullable String branchCode,
        @Nullable String accountEnd,
        @Personal(Personal.Kind.NAME) @Nullable String holderKana,
        State state,
        @Nullable MandateDefect defect,
        int reminders,
        @Nullable LocalDate remindOn,
        Instant receivedAt) {
    /** One of a customer at most is open, that is, one of the first three. */
    public enum State {
        RECEIVED,
        /** The bank compares it with what it knows. */
        SENT,
        /** The customer is asked for a right one. */
        DEFECT,
        /** The mandate is active. */
        ACCEPTED,
        /** A newer form or mandate has taken its place. */
        REPLACED,
        GIVEN_UP
    }

    /** Whether there is an account that can be sent to the bank. */
    public boolean legible() {
        return bankCode != null;
    }

    /** The number of the account, of which only the end is shown. */
    public String maskedNumber() {
        return accountEnd == null ? "" : Masking.HIDDEN + accountEnd;
    }
}
