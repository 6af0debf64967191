package jp.otodoke.payments;

import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BilingualText;

/** Who collects from customers for us, and transfers it later in one sum. */
enum Collector {
    /** 収納代行: what stores have taken */
    CONVENIENCE(Account.CONVENIENCE_AGENCY),
    /** 口座振替 */
    DEBIT(Account.DEBIT_AGENCY),
    /** 代引き */
    CARRIER(Account.CARRIER);

    private final Account account;

    Collector(Account account) {
        this.account = account;
    }

    /** What it has collected and has still to transfer. */
    Account account() {
        return account;
    }

    BilingualText words() {
        return BilingualText.of("collector." + name());
    }
}
