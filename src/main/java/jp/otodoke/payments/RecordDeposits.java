package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the deposits reported by the bank, each once, and matches those that can be matched with certainty. */
@Component
public class RecordDeposits {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final MatchDeposits matching;
    private final ReverseDeposit reverseDeposit;
    private final DepositBatches batches;
    private final AskAboutDeposit ask;
    private final Inbox inbox;
    private final BusinessClock clock;

    RecordDeposits(
            JdbcClient jdbc,
            Ledger ledger,
            MatchDeposits matching,
            ReverseDeposit reverseDeposit,
            DepositBatches batches,
            AskAboutDeposit ask,
            Inbox inbox,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.matching = matching;
        this.reverseDeposit = reverseDeposit;
        this.batches = batches;
        this.ask = ask;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Reversals are applied before matching, so that a deposit reversed in the same file pays no order.
     *
     * @param source file name, shown to staff
     */
    @Transactional
    public DepositCounts record(String source, List<NewDeposit> deposits) {
        var fresh = new LinkedHashMap<Long, NewDeposit>();
        deposits.stream().filter(deposit -> !identifiesEntryByHand(deposit)).forEach(deposit -> insert(source, deposit)
                .ifPresent(id -> fresh.put(id, deposit)));
        fresh.forEach((id, deposit) -> ledger.post(
                "deposit:" + id,
                deposit.cancel() ? Account.SUSPENSE : Account.BANK,
                deposit.cancel() ? Account.BANK : Account.SUSPENSE,
                deposit.amount(),
                null));
        fresh.forEach((id, deposit) -> {
            if (deposit.cancel()) {
                reverse(id, source, deposit);
            }
        });
        if (!fresh.isEmpty()) {
            var batch = batches.ofFile(source);
            fresh.forEach((id, deposit) -> {
                if (!deposit.cancel()) {
                    match(id, deposit, batch);
                }
            });
        }
        return new DepositCounts(fresh.size(), deposits.size() - fresh.size());
    }

    /** What a person has recorded from the statement gets the bank's reference once the bank reports it. */
    private boolean identifiesEntryByHand(NewDeposit deposit) {
        var byHand = RecordDepositByHand.reference(deposit.postingDate(), deposit.amount(), deposit.remitterKana());
        return !deposit.cancel()
                && !deposit.bankReference().equals(byHand)
                && jdbc.sql(
                                        """
                                        update deposit set bank_reference = :reference, remitter_code = :code, inquiry_number = :inquiry
                                         where bank_reference = :byHand
                                           and not exists (select 1 from deposit where bank_reference = :reference)
                                        """)
                                .param("reference", deposit.bankReference())
                                .param("code", TextNormalizer.orNull(deposit.remitterCode()))
                                .param("inquiry", deposit.inquiryNumber())
                                .param("byHand", byHand)
                                .update()
                        == 1;
    }

    private Optional<Long> insert(String source, NewDeposit deposit) {
        return jdbc.sql(
                        """
                        insert into deposit (bank_reference, source, record_no, posting_date, amount, remaining,
                                             remitter_kana, remitter_key, remitter_code, inquiry_number, state, received_at)
                        values (:reference, :source, :record, :date, :amount, :amount,
                                :kana, :key, :code, :inquiry, :state, :now)
                        on conflict (bank_reference) do nothing returning id
                        """)
                .param("reference", deposit.bankReference())
                .param("source", source)
                .param("record", deposit.record())
                .param("date", deposit.postingDate())
                .param("amount", (deposit.cancel() ? deposit.amount().negated() : deposit.amount()).amount())
                .param("kana", deposit.remitterKana())
                .param("key", RemitterName.key(deposit.remitterKana()))
                .param("code", TextNormalizer.orNull(deposit.remitterCode()))
                .param("inquiry", deposit.inquiryNumber())
                .param("state", deposit.cancel() ? "REVERSED" : "UNMATCHED")
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /** A deposit that pays nothing is simply reversed; otherwise a task is opened about what it paid. */
    private void reverse(long id, String source, NewDeposit reversal) {
        var original = original(id, reversal);
        var paid = original.map(reverseDeposit::reverse).orElse(List.of());
        if (!paid.isEmpty() || original.isEmpty()) {
            ask.reversed(id, reversal, source, paid);
        }
    }

    /**
     * The deposit to reverse, not yet reversed and posted no later than the reversal: the one with its inquiry number,
     * or where the bank gives none, of the same remitter; unmatched before matched, then the newest.
     */
    private Optional<Long> original(long id, NewDeposit reversal) {
        return jdbc.sql(
                        """
                        select d.id from deposit d
                         where d.amount = :amount and d.posting_date <= :date and d.id <> :id
                           and d.state in ('UNMATCHED', 'PROPOSED', 'MATCHED')
                           and (d.inquiry_number = :inquiry
                                or d.remitter_key = :key
                                   and not exists (select 1 from deposit n
                                                    where n.inquiry_number = :inquiry and n.amount = :amount))
                         order by d.remitter_key = :key desc, d.state <> 'MATCHED' desc, d.posting_date desc, d.id desc
                         limit 1 for update
                        """)
                .param("amount", reversal.amount().amount())
                .param("key", RemitterName.key(reversal.remitterKana()))
                .param("inquiry", reversal.inquiryNumber())
                .param("date", reversal.postingDate())
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** The reversal of this deposit, where its file came first. It reversed nothing yet, as the numbers of each tell. */
    private Optional<Long> earlierReversal(NewDeposit deposit) {
        return deposit.inquiryNumber() == null
                ? Optional.empty()
                : jdbc.sql(
                                """
                                select max(r.id) from deposit r
                                 where r.inquiry_number = :inquiry and r.amount = - cast(:amount as bigint) and r.posting_date >= :date
                                having count(*) > (select count(*) from deposit d
                                                    where d.inquiry_number = :inquiry and d.amount = :amount
                                                      and d.state = 'REVERSED')
                                """)
                        .param("inquiry", deposit.inquiryNumber())
                        .param("amount", deposit.amount().amount())
                        .param("date", deposit.postingDate())
                        .query(Long.class)
                        .optional();
    }

    private void match(long id, NewDeposit deposit, long batch) {
        var reversal = earlierReversal(deposit);
        if (reversal.isPresent()) {
            reverseDeposit.reverse(id);
            inbox.close(ReversedDepositTask.TYPE + ":" + reversal.get());
            return;
        }
        var match = matching.matchByItself(id, batch);
        if (match.matched() || isReversed(id)) {
            return;
        }
        ask.unmatched(id, deposit.amount(), deposit.remitterKana(), deposit.postingDate(), match.doubtful());
    }

    private boolean isReversed(long id) {
        return jdbc.sql("select state = 'REVERSED' from deposit where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
