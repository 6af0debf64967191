package jp.otodoke.payments;

import java.util.Set;
import jp.otodoke.payments.DepositProposals.Proposal;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Confirms what is proposed for deposits, many at once. */
@Component
public class ConfirmProposals {
    private static final int SLICE = 1_000;

    private final DepositProposals proposals;
    private final ConfirmTogether confirmTogether;
    private final DepositBatches batches;
    private final OpenItems items;
    private final Deposits deposits;
    private final Payments payments;
    private final AdvanceDeferred advanceDeferred;
    private final MatchDeposits matching;
    private final RetryOnConflict retryOnConflict;

    ConfirmProposals(
            DepositProposals proposals,
            ConfirmTogether confirmTogether,
            DepositBatches batches,
            OpenItems items,
            Deposits deposits,
            Payments payments,
            AdvanceDeferred advanceDeferred,
            MatchDeposits matching,
            RetryOnConflict retryOnConflict) {
        this.proposals = proposals;
        this.confirmTogether = confirmTogether;
        this.batches = batches;
        this.items = items;
        this.deposits = deposits;
        this.payments = payments;
        this.advanceDeferred = advanceDeferred;
        this.matching = matching;
        this.retryOnConflict = retryOnConflict;
    }

    /**
     * Those of at least this confidence: sets of them in one transaction each where a deposit pays one claim, the others one by
     * one.
     *
     * @param confidence percent
     * @param by user name
     * @return what can be undone together: all that was confirmed in sets
     */
    public MatchedBatch confirm(int confidence, String by) {
        var all = proposals.atLeast(confidence);
        if (all.isEmpty()) {
            return MatchedBatch.NONE;
        }
        var batch = batches.begin(by);
        int confirmed = 0;
        for (int from = 0; from < all.size(); from += SLICE) {
            var slice = all.subList(from, Math.min(from + SLICE, all.size()));
            var together = Set.copyOf(retryOnConflict.inTransaction(() -> confirmTogether.confirm(slice, batch, by)));
            confirmed += together.size();
            confirmed += (int) slice.stream()
                    .filter(deposit -> !together.contains(deposit))
                    .filter(deposit -> retryOnConflict.inTransaction(() -> confirm(deposit, by)))
                    .count();
        }
        return new MatchedBatch(confirmed, 0, batch);
    }

    /** False if something else has become of the deposit, or of what it was to pay. */
    private boolean confirm(long deposit, String by) {
        var proposed = proposals.allOf(deposit);
        if (proposed.isEmpty()
                || !proposed.stream().allMatch(this::stillOwed)
                || !deposits.find(deposit).orElseThrow().open()) {
            return false;
        }
        matching.confirm(
                deposit,
                proposed.stream()
                        .map(one -> new Allocation(one.receivable(), one.amount(), one.fee()))
                        .toList(),
                by);
        return true;
    }

    private boolean stillOwed(Proposal proposal) {
        return items.find(proposal.receivable())
                .filter(item -> covers(item.open(), proposal) && MatchDeposits.BY_TRANSFER.contains(item.method()))
                .filter(item -> !item.number().ofOrder() || !billedByProvider(item.number()))
                .isPresent();
    }

    /** What the bank has kept is all that is missing, or another sum is missing than was thought. */
    private static boolean covers(Yen open, Proposal proposal) {
        var sum = proposal.amount().plus(proposal.fee());
        return proposal.fee().isPositive() ? open.equals(sum) : open.isAtLeast(sum);
    }

    private boolean billedByProvider(ReceivableNumber order) {
        return payments.findById(order.asOrder()).filter(advanceDeferred::has).isPresent();
    }
}
