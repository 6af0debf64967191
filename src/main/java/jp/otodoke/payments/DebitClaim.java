package jp.otodoke.payments;

import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A row of a cycle's request file.
 *
 * @param resultCode as the bank reported it; null until then
 */
public record DebitClaim(
        long id,
        ReceivableNumber receivable,
        CustomerNumber customer,
        @Personal(Personal.Kind.NAME) String holderKana,
        Yen amount,
        State state,
        @Nullable String resultCode) {
    public enum State {
        OPEN,
        PAID,
        /** Free for the next cycle. */
        FAILED,
        /** A person decides. */
        HELD,
        /** Settled otherwise before the request was sent. */
        WITHDRAWN
    }
}
