package jp.otodoke.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books what was decided about a set of deposits, in a few statements however many they are. */
@Component
class BookMatches {
    private final AllocatePayments allocatePayments;
    private final DepositProposals proposals;
    private final Timeline timeline;
    private final JdbcClient jdbc;

    BookMatches(AllocatePayments allocatePayments, DepositProposals proposals, Timeline timeline, JdbcClient jdbc) {
        this.allocatePayments = allocatePayments;
        this.proposals = proposals;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    /**
     * Of deposits whose rows say so already, and claims that are paid already.
     *
     * @param batch of which the matches become part
     */
    void book(List<MatchDecision> decisions, long batch) {
        var matches = automatic(decisions);
        allocatePayments.recordPaid(allocations(matches, changes(matches), batch, CurrentStaff.SYSTEM));
        tell(decisions);
    }

    /** The first half of the same, of deposits that are new, so that nothing was ever matched to them. */
    void write(List<MatchDecision> decisions, long batch) {
        allocatePayments.recordPaid(allocations(automatic(decisions), Map.of(), batch, CurrentStaff.SYSTEM));
    }

    /** The second half: what people see of it, and who hears of it. */
    void tell(List<MatchDecision> decisions) {
        var matches = automatic(decisions);
        note(matches, CurrentStaff.SYSTEM);
        allocatePayments.tellPaid(matches.stream().map(Match::receivable).toList());
        proposals.add(decisions.stream().filter(MatchDecision::proposed).toList());
    }

    private static List<Match> automatic(List<MatchDecision> decisions) {
        return decisions.stream()
                .filter(MatchDecision::automatic)
                .map(Match::of)
                .toList();
    }

    /**
     * To each claim at most one deposit, and no more than is open; the claims are locked.
     *
     * @param by user name
     */
    void allocate(List<Match> matches, long batch, String by) {
        var allocations = allocations(matches, changes(matches), batch, by);
        note(matches, by);
        allocatePayments.allocateNew(allocations);
    }

    private static List<PaymentAllocation> allocations(
            List<Match> matches, Map<Long, Integer> changes, long batch, String by) {
        return matches.stream()
                .map(match ->
                        match.allocation(changes.getOrDefault(match.deposit().id(), 0), batch, by))
                .toList();
    }

    private void note(List<Match> matches, String by) {
        var entries = matches.stream()
                .filter(match -> match.receivable().ofOrder())
                .map(match -> new Timeline.Entry(
                        match.receivable().asOrder(),
                        "PAID",
                        BilingualText.of("timeline.paid", match.amount().amount()),
                        by))
                .toList();
        if (!entries.isEmpty()) {
            timeline.add(entries);
        }
    }

    /** How often each was matched or un-matched before. */
    private Map<Long, Integer> changes(Collection<Match> matches) {
        var changes = new HashMap<Long, Integer>();
        jdbc.sql(
                        """
                        select deposit_id, count(*) as changes from payment_allocation
                         where deposit_id = any(:ids) group by deposit_id
                        """)
                .param(
                        "ids",
                        matches.stream().map(match -> match.deposit().id()).toArray(Long[]::new))
                .query(row -> {
                    changes.put(row.getLong("deposit_id"), row.getInt("changes"));
                });
        return changes;
    }

    /** A deposit and the one claim that it pays. */
    record Match(RemittedDeposit deposit, ReceivableNumber receivable, Yen amount) {
        static Match of(MatchDecision decision) {
            var part = decision.found().parts().get(0);
            return new Match(decision.deposit(), part.claim().number(), part.amount());
        }

        private PaymentAllocation allocation(int changes, long batch, String by) {
            return new PaymentAllocation(
                    "match:" + deposit.id() + ":" + changes,
                    receivable,
                    Reason.MATCHED,
                    Account.SUSPENSE,
                    amount,
                    deposit.id(),
                    batch,
                    null,
                    by);
        }
    }
}
