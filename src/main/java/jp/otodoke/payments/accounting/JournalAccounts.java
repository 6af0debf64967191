package jp.otodoke.payments.accounting;

import java.util.List;
import jp.otodoke.payments.accounting.JournalLine.Side;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the accounts of the ledger are called in the accounting software, and the tax class of each there. */
@Component
public class JournalAccounts {
    /** As long as 弥生会計 takes it, in half-width characters. */
    private static final int LONGEST = 24;

    private final JdbcClient jdbc;

    JournalAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<JournalAccount> all() {
        return jdbc.sql("select id, account, tax_rate, name, sub_account, tax_class from journal_account order by id")
                .query(JournalAccount.class)
                .list();
    }

    /** @throws InvalidInput if the name is blank or one of them is too long */
    @Transactional
    public void rename(long id, String name, String subAccount, String taxClass) {
        if (name.isBlank() || width(name) > LONGEST || width(subAccount) > LONGEST || width(taxClass) > LONGEST) {
            throw new InvalidInput(List.of(
                    new FieldProblem("name", "invalid", BilingualText.of("journal.account.invalid", LONGEST / 2))));
        }
        jdbc.sql("update journal_account set name = :name, sub_account = :sub, tax_class = :tax where id = :id")
                .param("name", name.strip())
                .param("sub", subAccount.strip())
                .param("tax", taxClass.strip())
                .param("id", id)
                .update();
    }

    private static int width(String text) {
        return text.codePoints()
                .map(c -> c < 0x100 || c >= 0xFF61 && c <= 0xFF9F ? 1 : 2)
                .sum();
    }

    /**
     * A row of an account without rate stands for all rates that have no row of their own.
     *
     * @param taxRate per cent
     */
    public record JournalAccount(
            long id, String account, @Nullable Integer taxRate, String name, String subAccount, String taxClass) {
        boolean isFor(Side side) {
            return account.equals(side.account()) && (taxRate == null || taxRate.equals(side.taxRate()));
        }
    }
}
