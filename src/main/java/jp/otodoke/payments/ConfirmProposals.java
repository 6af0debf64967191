package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.payments.DepositProposals.Proposal;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.platform.data.RetryOnConflict;
import org.springframework.stereotype.Component;

/** Confirms what is proposed for deposits, many at once. */
@Component
public class ConfirmProposals {
    private final DepositProposals proposals;
    private final OpenItems items;
    private final Deposits deposits;
    private final MatchDeposits matching;
    private final RetryOnConflict retryOnConflict;

    ConfirmProposals(
            DepositProposals proposals,
            OpenItems items,
            Deposits deposits,
            MatchDeposits matching,
            RetryOnConflict retryOnConflict) {
        this.proposals = proposals;
        this.items = items;
        this.deposits = deposits;
        this.matching = matching;
        this.retryOnConflict = retryOnConflict;
    }

    /**
     * Those of at least this confidence, each in its own transaction.
     *
     * @param confidence percent
     * @param by user name
     * @return number of deposits
     */
    public int confirm(int confidence, String by) {
        return (int) proposals.atLeast(confidence).stream()
                .filter(deposit -> retryOnConflict.inTransaction(() -> confirm(deposit, by)))
                .count();
    }

    /** False if something else has become of the deposit, or of what it was to pay. */
    private boolean confirm(long deposit, String by) {
        var proposal = proposals.of(deposit).filter(this::stillOwed);
        if (proposal.isEmpty() || !deposits.find(deposit).orElseThrow().open()) {
            return false;
        }
        matching.confirm(
                deposit,
                List.of(new Allocation(
                        proposal.get().receivable(), proposal.get().amount())),
                by);
        return true;
    }

    private boolean stillOwed(Proposal proposal) {
        return items.find(proposal.receivable())
                .filter(item ->
                        item.open().isAtLeast(proposal.amount()) && MatchDeposits.BY_TRANSFER.contains(item.method()))
                .isPresent();
    }
}
