package jp.otodoke.payments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.shared.ReceivableNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records a set of deposits of a file in three steps of one transaction, so that the next set can be decided and written beside it:
 * what the sets pay is decided in the order of the file, and what others have to hear of it waits for that order again.
 */
@Component
public class RecordDepositSet {
    private final FreshDeposits freshDeposits;
    private final DepositBatches batches;
    private final DecideMatches decideMatches;
    private final DepositRows rows;
    private final Ledger ledger;
    private final BookMatches bookMatches;
    private final TakeCollectorTransfers takeCollectorTransfers;
    private final AskAboutDeposit ask;

    RecordDepositSet(
            FreshDeposits freshDeposits,
            DepositBatches batches,
            DecideMatches decideMatches,
            DepositRows rows,
            Ledger ledger,
            BookMatches bookMatches,
            TakeCollectorTransfers takeCollectorTransfers,
            AskAboutDeposit ask) {
        this.freshDeposits = freshDeposits;
        this.batches = batches;
        this.decideMatches = decideMatches;
        this.rows = rows;
        this.ledger = ledger;
        this.bookMatches = bookMatches;
        this.takeCollectorTransfers = takeCollectorTransfers;
        this.ask = ask;
    }

    /**
     * Decides, and pays the claims: nothing else is written yet.
     *
     * @param before the set before it, if that is not committed yet
     * @return empty if it can be recorded only by itself, as the bank takes something back or a person was faster than the bank
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DepositSet> decide(
            String source, long message, List<NewDeposit> deposits, @Nullable DepositSet before) {
        if (freshDeposits.anyEntryByHand()) {
            return Optional.empty();
        }
        var fresh = freshDeposits.of(deposits);
        if (freshDeposits.anyReversed(fresh)) {
            return Optional.empty();
        }
        int known = deposits.size() - fresh.size();
        return Optional.of(
                fresh.isEmpty()
                        ? DepositSet.nothing(source, known)
                        : decide(
                                source,
                                batches.ofMessage(source, message),
                                fresh,
                                known,
                                before == null ? Set.of() : before.paid()));
    }

    /** @param gone what is paid already, though it may not look so yet */
    DepositSet decide(String source, long batch, List<ReportedDeposit> fresh, int known, Set<ReceivableNumber> gone) {
        var open = fresh.stream().map(ReportedDeposit::open).toList();
        return new DepositSet(source, batch, fresh, known, decideMatches.decide(open, gone));
    }

    /** Writes what is new with it and so in nobody's way: each deposit once, as it was decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(DepositSet set) {
        if (!set.fresh().isEmpty()) {
            rows.insert(set.source(), set.fresh(), set.decided());
            post(set.fresh());
            bookMatches.write(set.decisions(), set.batch());
        }
    }

    /** Proposes, asks people, and tells whoever waits for the money. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DepositCounts finish(DepositSet set) {
        if (!set.fresh().isEmpty()) {
            bookMatches.tell(set.decisions());
            askAbout(set.fresh(), set.decided());
        }
        return set.counts();
    }

    void post(List<ReportedDeposit> fresh) {
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
    void askAbout(List<ReportedDeposit> fresh, Map<Long, MatchDecision> decided) {
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
}
