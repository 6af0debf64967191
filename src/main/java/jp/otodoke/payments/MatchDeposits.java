package jp.otodoke.payments;

import java.util.List;
import java.util.Set;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matches deposits to orders (消込). Automatic matching requires certainty: the exact open amount, and a number or the
 * buyer's kana that fit one order only and do not contradict each other. Never by amount alone.
 */
@Component
public class MatchDeposits {
    /**
     * Other methods pay in their own way: cards when the goods ship, cash on delivery through the carrier, 後払い through its
     * provider where that knows of the order.
     */
    static final Set<PaymentMethod> BY_TRANSFER = Set.of(
            PaymentMethod.BANK_TRANSFER,
            PaymentMethod.CONVENIENCE_STORE,
            PaymentMethod.INVOICE,
            PaymentMethod.DEFERRED,
            PaymentMethod.DIRECT_DEBIT);

    private final JdbcClient jdbc;
    private final FindRemitterReceivable findRemitterReceivable;
    private final Payments payments;
    private final Receivables receivables;
    private final AllocatePayments allocatePayments;
    private final AdvanceDeferred advanceDeferred;
    private final DepositMatches matches;
    private final DepositProposals proposals;
    private final DepositBatches batches;
    private final AskAboutDeposit ask;
    private final Timeline timeline;
    private final RetryOnConflict retryOnConflict;

    MatchDeposits(
            JdbcClient jdbc,
            FindRemitterReceivable findRemitterReceivable,
            Payments payments,
            Receivables receivables,
            AllocatePayments allocatePayments,
            AdvanceDeferred advanceDeferred,
            DepositMatches matches,
            DepositProposals proposals,
            DepositBatches batches,
            AskAboutDeposit ask,
            Timeline timeline,
            RetryOnConflict retryOnConflict) {
        this.jdbc = jdbc;
        this.findRemitterReceivable = findRemitterReceivable;
        this.payments = payments;
        this.receivables = receivables;
        this.allocatePayments = allocatePayments;
        this.advanceDeferred = advanceDeferred;
        this.matches = matches;
        this.proposals = proposals;
        this.batches = batches;
        this.ask = ask;
        this.timeline = timeline;
        this.retryOnConflict = retryOnConflict;
    }

    /**
     * A deposit in doubt is left to a person for good, whatever becomes of the orders it may have paid.
     *
     * @param batch of which the match becomes part
     */
    @Transactional
    AutomaticMatch matchByItself(long depositId, @Nullable Long batch) {
        var deposit = locked(depositId);
        if (deposit.state() == Deposit.State.REVERSED) {
            return AutomaticMatch.NONE;
        }
        var found = findRemitterReceivable.find(deposit);
        if (!found.doubtful().isEmpty()) {
            jdbc.sql("update deposit set doubtful = true where id = :id")
                    .param("id", depositId)
                    .update();
            proposals.withdraw(depositId);
            return AutomaticMatch.doubtful(found.doubtful());
        }
        if (found.proposal() != null) {
            proposals.propose(depositId, found.proposal());
            return AutomaticMatch.PROPOSED;
        }
        if (found.receivable() == null) {
            proposals.withdraw(depositId);
            return AutomaticMatch.NONE;
        }
        allocate(deposit, found.receivable(), deposit.remaining(), CurrentStaff.SYSTEM, batch);
        return AutomaticMatch.MATCHED;
    }

    /**
     * Tries every open deposit, each in its own transaction, to catch orders that arrived after their money.
     *
     * @param by user name
     */
    public MatchedBatch matchAll(String by) {
        var open = jdbc.sql(
                        "select id from deposit where state in ('UNMATCHED', 'PROPOSED') and not doubtful order by id")
                .query(Long.class)
                .list();
        if (open.isEmpty()) {
            return MatchedBatch.NONE;
        }
        var batch = batches.begin(by);
        var outcomes = open.stream()
                .map(id -> retryOnConflict.inTransaction(() -> matchByItself(id, batch)))
                .toList();
        return new MatchedBatch(
                (int) outcomes.stream().filter(AutomaticMatch::matched).count(),
                (int) outcomes.stream().filter(AutomaticMatch::proposed).count(),
                batch);
    }

    /**
     * Matches a deposit as decided by staff; any remainder stays open. If an order receives more than it owes, a
     * refund task is opened.
     *
     * @throws InvalidInput if more is allocated than is available or owed without an order, the order is unknown or its payment method
     *     rules out transfers, or the bank has reversed the deposit
     */
    @Transactional
    public Deposit confirm(long depositId, List<Allocation> allocations, String by) {
        var deposit = locked(depositId);
        var sum = Yen.sum(allocations, Allocation::amount);
        if (allocations.isEmpty()
                || allocations.stream().anyMatch(a -> !a.amount().isPositive())) {
            throw new InvalidInput("allocations", "invalid", BilingualText.of("deposit.problem.amount"));
        }
        if (deposit.state() == Deposit.State.REVERSED) {
            throw new InvalidInput("allocations", "reversed", BilingualText.of("deposit.problem.reversed"));
        }
        if (sum.isMoreThan(deposit.remaining())) {
            throw new InvalidInput(
                    "allocations",
                    "too-much",
                    BilingualText.of(
                            "deposit.problem.too-much", deposit.remaining().amount()));
        }
        for (var allocation : allocations) {
            allocate(locked(depositId), allocation.receivable(), allocation.amount(), by, null);
        }
        return locked(depositId);
    }

    private Deposit locked(long id) {
        return jdbc.sql(Deposits.SELECT + " where id = :id for update")
                .param("id", id)
                .query(Deposits::deposit)
                .optional()
                .orElseThrow(() -> Refusal.notFound("deposit.not-found", id));
    }

    private void allocate(Deposit deposit, ReceivableNumber number, Yen amount, String by, @Nullable Long batch) {
        var allocation = new PaymentAllocation(
                "match:" + deposit.id() + ":" + matches.changes(deposit.id()),
                number,
                Reason.MATCHED,
                Account.SUSPENSE,
                amount,
                deposit.id(),
                batch,
                null,
                by);
        if (number.ofOrder()) {
            pay(order(number.asOrder()), allocation);
        } else {
            pay(receivable(number), allocation);
        }
        jdbc.sql(
                        """
                        update deposit set remaining = remaining - :amount,
                               state = case when remaining = :amount then 'MATCHED' else state end where id = :id
                        """)
                .param("amount", amount.amount())
                .param("id", deposit.id())
                .update();
        proposals.withdraw(deposit.id());
        if (amount.equals(deposit.remaining())) {
            ask.done(deposit.id());
        }
    }

    private Payment order(OrderNumber number) {
        var payment = payments.findById(number)
                .orElseThrow(() -> new InvalidInput(
                        "orderNumber", "unknown", BilingualText.of("deposit.problem.order.unknown", number)));
        if (!BY_TRANSFER.contains(payment.method()) || advanceDeferred.has(payment)) {
            throw new InvalidInput(
                    "orderNumber", "other-method", BilingualText.of("deposit.problem.order.method", number));
        }
        return payment;
    }

    private Receivable receivable(ReceivableNumber number) {
        return receivables
                .findById(number)
                .orElseThrow(() -> new InvalidInput(
                        "receivable", "unknown", BilingualText.of("deposit.problem.receivable.unknown", number)));
    }

    private void pay(Payment payment, PaymentAllocation allocation) {
        timeline.add(
                payment.orderNumber(),
                "PAID",
                BilingualText.of("timeline.paid", allocation.amount().amount()),
                allocation.by());
        allocatePayments.allocate(payment, allocation);
    }

    /** What is beyond it stays on the deposit, for whatever else it was meant. */
    private void pay(Receivable receivable, PaymentAllocation allocation) {
        if (allocation.amount().isMoreThan(receivable.open())) {
            throw new InvalidInput(
                    "receivable",
                    "too-much",
                    BilingualText.of(
                            "deposit.problem.receivable.too-much",
                            receivable.number(),
                            receivable.open().amount()));
        }
        allocatePayments.allocate(receivable, allocation);
    }

    /** @param amount above zero */
    public record Allocation(ReceivableNumber receivable, Yen amount) {
        public Allocation(OrderNumber order, Yen amount) {
            this(ReceivableNumber.of(order), amount);
        }
    }
}
