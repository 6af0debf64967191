package jp.otodoke.payments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the deposits reported by the bank, each once, and matches those that can be matched with certainty: a set of them by
 * a few statements.
 */
@Component
public class RecordDeposits {
    private final JdbcClient jdbc;
    private final FreshDeposits freshDeposits;
    private final RecordDepositSet recordSet;
    private final DepositRows rows;
    private final DecideMatches decideMatches;
    private final BookMatches bookMatches;
    private final ReverseDeposit reverseDeposit;
    private final DepositBatches batches;
    private final AskAboutDeposit ask;
    private final Inbox inbox;

    RecordDeposits(
            JdbcClient jdbc,
            FreshDeposits freshDeposits,
            RecordDepositSet recordSet,
            DepositRows rows,
            DecideMatches decideMatches,
            BookMatches bookMatches,
            ReverseDeposit reverseDeposit,
            DepositBatches batches,
            AskAboutDeposit ask,
            Inbox inbox) {
        this.jdbc = jdbc;
        this.freshDeposits = freshDeposits;
        this.recordSet = recordSet;
        this.rows = rows;
        this.decideMatches = decideMatches;
        this.bookMatches = bookMatches;
        this.reverseDeposit = reverseDeposit;
        this.batches = batches;
        this.ask = ask;
        this.inbox = inbox;
    }

    /**
     * Reversals are applied before matching, so that a deposit reversed in the same file pays no order.
     *
     * @param source file name, shown to staff
     */
    @Transactional
    public DepositCounts record(String source, List<NewDeposit> deposits) {
        return record(source, null, deposits);
    }

    /**
     * The same of a file.
     *
     * @param message that stores it; null in a dry run
     */
    @Transactional
    public DepositCounts record(String source, @Nullable Long message, List<NewDeposit> deposits) {
        var fresh = freshDeposits.of(deposits);
        if (!fresh.isEmpty()) {
            var batch = message == null ? batches.ofSource(source) : batches.ofMessage(source, message);
            if (freshDeposits.anyReversed(fresh)) {
                withReversals(source, fresh, batch);
            } else {
                atOnce(source, fresh, batch);
            }
        }
        return new DepositCounts(fresh.size(), deposits.size() - fresh.size());
    }

    /** Decided first, so that each is stored once. */
    private void atOnce(String source, List<ReportedDeposit> fresh, long batch) {
        var set = recordSet.decide(source, batch, fresh, 0, Set.of());
        recordSet.write(set);
        recordSet.finish(set);
    }

    private void withReversals(String source, List<ReportedDeposit> fresh, long batch) {
        rows.insert(source, fresh, Map.of());
        recordSet.post(fresh);
        fresh.stream()
                .filter(deposit -> deposit.reported().cancel())
                .forEach(deposit -> reverse(deposit.id(), source, deposit.reported()));
        fresh.stream().filter(deposit -> !deposit.reported().cancel()).forEach(this::reverseIfTakenBackBefore);
        var decisions = decideMatches.decide(
                rows.open(fresh.stream().map(ReportedDeposit::id).toList()), Set.of());
        rows.decided(decisions);
        bookMatches.book(decisions, batch);
        recordSet.askAbout(
                fresh,
                decisions.stream()
                        .collect(Collectors.toMap(decision -> decision.deposit().id(), Function.identity())));
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
                .param("key", reversal.remitter().key())
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

    private void reverseIfTakenBackBefore(ReportedDeposit deposit) {
        earlierReversal(deposit.reported()).ifPresent(reversal -> {
            reverseDeposit.reverse(deposit.id());
            inbox.close(ReversedDepositTask.TYPE + ":" + reversal);
        });
    }
}
