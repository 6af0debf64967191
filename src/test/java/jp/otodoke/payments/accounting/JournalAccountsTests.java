package jp.otodoke.payments.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.otodoke.ModuleTest;
import jp.otodoke.payments.accounting.JournalAccounts.JournalAccount;
import jp.otodoke.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts are called in the journal as the accounting software knows them. */
@ModuleTest
class JournalAccountsTests {
    @Autowired
    JournalAccounts accounts;

    @Test
    void anAccountIsRenamedForTheSoftware() {
        var bank = account("BANK");

        accounts.rename(bank.id(), " 当座預金 ", "みほん銀行", "対象外");

        assertThat(account("BANK").name()).isEqualTo("当座預金");
        assertThat(account("BANK").subAccount()).isEqualTo("みほん銀行");
        accounts.rename(bank.id(), bank.name(), bank.subAccount(), bank.taxClass());
    }

    @Test
    void aNameThatTheSoftwareWouldCutIsRefused() {
        var bank = account("BANK");

        assertThatThrownBy(() -> accounts.rename(bank.id(), "あ".repeat(13), "", "対象外"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> accounts.rename(bank.id(), " ", "", "対象外")).isInstanceOf(InvalidInput.class);

        assertThat(account("BANK")).isEqualTo(bank);
    }

    private JournalAccount account(String name) {
        return accounts.all().stream()
                .filter(account -> account.account().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
