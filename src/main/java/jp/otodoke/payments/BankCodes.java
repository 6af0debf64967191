package jp.otodoke.payments;

import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names banks and branches by their codes, as far as the table has them. */
@Component
public class BankCodes {
    /** Its branches in direct debits are parts of passbook numbers, which no table lists. */
    static final String POST_BANK = "9900";

    private final JdbcClient jdbc;

    BankCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much the table has. */
    public record Size(long banks, long branches, long completeBanks, boolean allBanks) {}

    /** Both names; says so of a code that the table does not have. */
    @Transactional(readOnly = true)
    public BilingualText names(String bank, String branch) {
        var name = name(bank, "");
        if (name.isEmpty()) {
            return BilingualText.of("bank-codes.bank-not-listed");
        }
        return bank.equals(POST_BANK) || branch.isEmpty()
                ? BilingualText.asWritten(name.get())
                : BilingualText.of(
                        "bank-codes.both",
                        name.get(),
                        name(bank, branch)
                                .map(BilingualText::asWritten)
                                .orElseGet(() -> BilingualText.of("bank-codes.branch-not-listed")));
    }

    /** @param branch empty for the bank itself */
    Optional<String> name(String bank, String branch) {
        return jdbc.sql("select name from bank_code where bank_code = :bank and branch_code = :branch")
                .param("bank", bank)
                .param("branch", branch)
                .query(String.class)
                .optional();
    }

    /** Whether it has all branches of that bank. */
    boolean complete(String bank) {
        return jdbc.sql(
                        "select exists (select 1 from bank_code where bank_code = :bank and branch_code = '' and complete)")
                .param("bank", bank)
                .query(Boolean.class)
                .single();
    }

    /** Whether it has all banks. */
    boolean complete() {
        return jdbc.sql(
                        "select exists (select 1 from bank_code_upload where scope = 'ALL' and imported_at is not null)")
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Size size() {
        return jdbc.sql(
                        """
                        select count(*) filter (where branch_code = ''), count(*) filter (where branch_code <> ''),
                               count(*) filter (where complete) from bank_code
                        """)
                .query((row, n) -> new Size(row.getLong(1), row.getLong(2), row.getLong(3), complete()))
                .single();
    }

    /** By code; of a bank with its branches, or of all banks without them. */
    @Transactional(readOnly = true)
    public List<BankCode> list(String bank, int offset, int limit) {
        return jdbc.sql(
                        """
                        select bank_code, branch_code, name, kana from bank_code
                         where bank_code = :bank or :bank = '' and branch_code = ''
                         order by bank_code, branch_code offset :offset limit :limit
                        """)
                .param("bank", bank)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new BankCode(
                        row.getString("bank_code"),
                        row.getString("branch_code"),
                        row.getString("name"),
                        row.getString("kana")))
                .list();
    }

    @Transactional(readOnly = true)
    public long count(String bank) {
        return jdbc.sql("select count(*) from bank_code where bank_code = :bank or :bank = '' and branch_code = ''")
                .param("bank", bank)
                .query(Long.class)
                .single();
    }
}
