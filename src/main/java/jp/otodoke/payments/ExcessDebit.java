package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Money collected for a due, an invoice or a fee that something else had paid by then: a deposit that a person matches or pays
 * back.
 */
@Component
class ExcessDebit {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final AskAboutDeposit ask;
    private final BusinessClock clock;

    ExcessDebit(JdbcClient jdbc, Ledger ledger, AskAboutDeposit ask, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.ask = ask;
        this.clock = clock;
    }

    void book(long claim, String holderKana, Yen amount, LocalDate day) {
        var name = "direct-debit-excess:" + claim;
        long id = jdbc.sql(
                        """
                        insert into deposit (bank_reference, source, record_no, posting_date, amount, remaining,
                                             remitter_kana, remitter_key, state, doubtful, received_at)
                        values (:name, 'direct-debit', 0, :day, :amount, :amount, :holder, :key, 'UNMATCHED', true, :now)
                        returning id
                        """)
                .param("name", name)
                .param("day", day)
                .param("amount", amount.amount())
                .param("holder", holderKana)
                .param("key", RemitterName.key(holderKana))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        ledger.post(List.of(new Posting(name, Account.DEBIT_AGENCY, Account.SUSPENSE, amount, null)));
        ask.unmatched(id, amount, holderKana, day);
    }
}
