package jp.otodoke.payments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.TextNormalizer;
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
    private final Ledger ledger;
    private final DepositRows rows;
    private final VirtualAccounts virtualAccounts;
    private final DecideMatches decideMatches;
    private final BookMatches bookMatches;
    private final ReverseDeposit reverseDeposit;
    private final DepositBatches batches;
    private final TakeCollectorTransfers takeCollectorTransfers;
    private final AskAboutDeposit ask;
    private final Inbox inbox;

    RecordDeposits(
            JdbcClient jdbc,
            Ledger ledger,
            DepositRows rows,
            VirtualAccounts virtualAccounts,
            DecideMatches decideMatches,
            BookMatches bookMatches,
            ReverseDeposit reverseDeposit,
            DepositBatches batches,
            TakeCollectorTransfers takeCollectorTransfers,
            AskAboutDeposit ask,
            Inbox inbox) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.rows = rows;
        this.virtualAccounts = virtualAccounts;
        this.decideMatches = decideMatches;
        this.bookMatches = bookMatches;
        this.reverseDeposit = reverseDeposit;
        this.batches = batches;
        this.takeCollectorTransfers = takeCollectorTransfers;
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
        var fresh = fresh(deposits);
        if (!fresh.isEmpty()) {
            var batch = message == null ? batches.ofSource(source) : batches.ofMessage(source, message);
            if (fresh.stream().anyMatch(deposit -> deposit.reported().cancel()) || anyReversedBefore(fresh)) {
                withReversals(source, fresh, batch);
            } else {
                atOnce(source, fresh, batch);
            }
        }
        return new DepositCounts(fresh.size(), deposits.size() - fresh.size());
    }

    /** Those that are not known yet, each once. */
    private List<ReportedDeposit> fresh(List<NewDeposit> deposits) {
        var byReference = new LinkedHashMap<String, NewDeposit>();
        deposits.forEach(deposit -> byReference.putIfAbsent(deposit.bankReference(), deposit));
        byReference.keySet().removeAll(rows.known(byReference.keySet()));
        if (anyEntryByHand()) {
            byReference.values().removeIf(this::identifiesEntryByHand);
        }
        var ids = rows.nextIds(byReference.size()).iterator();
        return byReference.values().stream()
                .map(deposit -> reported(ids.next(), deposit))
                .toList();
    }

    private ReportedDeposit reported(long id, NewDeposit deposit) {
        var open = new RemittedDeposit(
                id,
                deposit.amount(),
                deposit.remitter(),
                virtualAccounts.of(deposit.account(), deposit.remitterCode()));
        return new ReportedDeposit(id, deposit, open);
    }

    /** Decided first, so that each is stored once. */
    private void atOnce(String source, List<ReportedDeposit> fresh, long batch) {
        var decisions =
                decideMatches.decide(fresh.stream().map(ReportedDeposit::open).toList());
        var decided = decisions.stream()
                .collect(Collectors.toMap(decision -> decision.deposit().id(), Function.identity()));
        rows.insert(source, fresh, decided);
        post(fresh);
        bookMatches.bookNew(decisions, batch);
        askAbout(fresh, decided);
    }

    private void withReversals(String source, List<ReportedDeposit> fresh, long batch) {
        rows.insert(source, fresh, Map.of());
        post(fresh);
        fresh.stream()
                .filter(deposit -> deposit.reported().cancel())
                .forEach(deposit -> reverse(deposit.id(), source, deposit.reported()));
        fresh.stream().filter(deposit -> !deposit.reported().cancel()).forEach(this::reverseIfTakenBackBefore);
        var decisions = decideMatches.decide(
                rows.open(fresh.stream().map(ReportedDeposit::id).toList()));
        rows.decided(decisions);
        bookMatches.book(decisions, batch);
        askAbout(
                fresh,
                decisions.stream()
                        .collect(Collectors.toMap(decision -> decision.deposit().id(), Function.identity())));
    }

    private void post(List<ReportedDeposit> fresh) {
        ledger.postNew(fresh.stream()
                .map(deposit -> new Posting(
                        "deposit:" + deposit.id(),
                        deposit.reported().cancel() ? Account.SUSPENSE : Account.BANK,
                        deposit.reported().cancel() ? Account.BANK : Account.SUSPENSE,
                        deposit.reported().amount(),
                        null))
                .toList());
    }

    /** About all that were decided and are not matched. */
    private void askAbout(List<ReportedDeposit> fresh, Map<Long, MatchDecision> decided) {
        var asked = new LinkedHashMap<ReportedDeposit, List<ReceivableNumber>>();
        fresh.forEach(deposit -> {
            var decision = decided.get(deposit.id());
            if (decision != null && !decision.automatic()) {
                asked.put(deposit, decision.found().doubtful());
            }
        });
        takeCollectorTransfers.take(asked);
        ask.unmatched(asked);
    }

    private boolean anyEntryByHand() {
        return jdbc.sql("select exists (select 1 from deposit where bank_reference like 'by-hand:%')")
                .query(Boolean.class)
                .single();
    }

    private boolean anyReversedBefore(List<ReportedDeposit> fresh) {
        return jdbc.sql(
                        """
                        select exists (select 1 from unnest(:inquiries::text[]) i(number)
                                         join deposit r on r.inquiry_number = i.number and r.amount < 0)
                        """)
                .param(
                        "inquiries",
                        fresh.stream()
                                .map(deposit -> deposit.reported().inquiryNumber())
                                .toArray(String[]::new))
                .query(Boolean.class)
                .single();
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
