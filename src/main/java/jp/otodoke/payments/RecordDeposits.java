package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.personal.Mask;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import jp.otodoke.workflow.TaskReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the bank reported: each transfer once, matched at once where there is no doubt. */
@Component
public class RecordDeposits {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final MatchDeposits matching;
    private final Inbox inbox;
    private final BusinessClock clock;

    RecordDeposits(JdbcClient jdbc, Ledger ledger, MatchDeposits matching, Inbox inbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.matching = matching;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @param source file name, for people to find it again */
    @Transactional
    public DepositCounts record(String source, List<NewDeposit> deposits) {
        int created = 0;
        for (var deposit : deposits) {
            var id = insert(source, deposit);
            if (id.isPresent()) {
                created++;
                book(id.get(), source, deposit);
            }
        }
        return new DepositCounts(created, deposits.size() - created);
    }

    private Optional<Long> insert(String source, NewDeposit deposit) {
        return jdbc.sql(
                        """
                        insert into deposit (bank_reference, source, record_no, posting_date, amount, remaining,
                                             remitter_kana, remitter_key, remitter_code, state, received_at)
                        values (:reference, :source, :record, :date, :amount, :amount, :kana, :key, :code, :state, :now)
                        on conflict (bank_reference) do nothing returning id
                        """)
                .param("reference", deposit.bankReference())
                .param("source", source)
                .param("record", deposit.record())
                .param("date", deposit.postingDate())
                .param("amount", deposit.cancel() ? -deposit.amount() : deposit.amount())
                .param("kana", deposit.remitterKana())
                .param("key", RemitterName.key(deposit.remitterKana()))
                .param("code", Text.orNull(deposit.remitterCode()))
                .param("state", deposit.cancel() ? "REVERSED" : "UNMATCHED")
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    private void book(long id, String source, NewDeposit deposit) {
        if (deposit.cancel()) {
            ledger.post("deposit:" + id, Account.SUSPENSE, Account.BANK, deposit.amount(), null);
            inbox.open(task(
                    id,
                    "deposit-reversed",
                    "銀行が入金 %,d円(%s、%s)を取り消しました。消込済みの場合は受注を確認してください。",
                    "The bank took back a deposit of ¥%,d (%s, %s). If it was matched already, look at the order.",
                    deposit,
                    source));
            return;
        }
        ledger.post("deposit:" + id, Account.BANK, Account.SUSPENSE, deposit.amount(), null);
        if (!matching.matchByItself(id)) {
            inbox.open(task(
                    id,
                    "deposit-unmatched",
                    "入金 %,d円(%s、%s)に当てはまる受注が一つに決まりません。",
                    "No single order fits the deposit of ¥%,d (%s, %s).",
                    deposit,
                    deposit.postingDate()));
        }
    }

    /** @param more stands in the reason behind amount and remitter */
    private NewTask task(long id, String type, String japanese, String english, NewDeposit deposit, Object more) {
        var remitter = deposit.remitterKana();
        return new NewTask(
                type + ":" + id,
                type,
                "accounting",
                new TaskReason(
                        Words.of(japanese, english, deposit.amount(), remitter, more),
                        Words.of(japanese, english, deposit.amount(), Mask.name(remitter), more)),
                List.of(),
                clock.instant().plus(Duration.ofDays(2)),
                0,
                String.valueOf(id),
                deposit.amount());
    }
}
