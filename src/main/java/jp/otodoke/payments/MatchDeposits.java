package jp.otodoke.payments;

import java.util.List;
import java.util.Set;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.BookMatches.Match;
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

    /** So many deposits are matched in one transaction. */
    private static final int SLICE = 2_000;

    private final JdbcClient jdbc;
    private final DepositRows rows;
    private final DecideMatches decideMatches;
    private final BookMatches bookMatches;
    private final FillMatchingKeys fillMatchingKeys;
    private final RemitterAliases aliases;
    private final BookTransferFee bookTransferFee;
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
            DepositRows rows,
            DecideMatches decideMatches,
            BookMatches bookMatches,
            FillMatchingKeys fillMatchingKeys,
            RemitterAliases aliases,
            BookTransferFee bookTransferFee,
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
        this.rows = rows;
        this.decideMatches = decideMatches;
        this.bookMatches = bookMatches;
        this.fillMatchingKeys = fillMatchingKeys;
        this.aliases = aliases;
        this.bookTransferFee = bookTransferFee;
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
     * Tries every open deposit, a set of them in each transaction, to catch orders that arrived after their money.
     *
     * @param by user name
     */
    public MatchedBatch matchAll(String by) {
        var open = rows.openAfter(0, SLICE);
        if (open.isEmpty()) {
            return MatchedBatch.NONE;
        }
        var batch = batches.begin(by);
        retryOnConflict.inTransaction(() -> {
            fillMatchingKeys.renamed();
            return true;
        });
        int matched = 0;
        int proposed = 0;
        while (!open.isEmpty()) {
            var slice = open;
            var decisions = retryOnConflict.inTransaction(() -> match(slice, batch));
            matched += (int) decisions.stream().filter(MatchDecision::automatic).count();
            proposed += (int) decisions.stream().filter(MatchDecision::proposed).count();
            open = rows.openAfter(slice.get(slice.size() - 1), SLICE);
        }
        return new MatchedBatch(matched, proposed, batch);
    }

    /** A deposit in doubt is left to a person for good, whatever becomes of the orders it may have paid. */
    private List<MatchDecision> match(List<Long> ids, long batch) {
        var deposits = rows.open(ids);
        var decisions = decideMatches.decide(deposits, Set.of());
        proposals.remove(deposits.stream().map(RemittedDeposit::id).toList());
        rows.decided(decisions);
        bookMatches.book(decisions, batch);
        ask.done(decisions.stream()
                .filter(MatchDecision::automatic)
                .map(decision -> decision.deposit().id())
                .toList());
        return decisions;
    }

    /**
     * Matches a deposit as decided by staff; any remainder stays open. If an order receives more than it owes, a
     * refund task is opened.
     *
     * @throws InvalidInput if more is allocated than is available or owed without an order, the order is unknown or its payment method
     *     rules out transfers
     * @throws Refusal if the deposit is matched completely, or the bank has reversed it (conflict)
     */
    @Transactional
    public Deposit confirm(long depositId, List<Allocation> allocations, String by) {
        var deposit = open(depositId);
        var sum = Yen.sum(allocations, Allocation::amount);
        if (allocations.isEmpty()
                || allocations.stream().anyMatch(a -> !a.amount().isPositive())) {
            throw new InvalidInput("allocations", "invalid", BilingualText.of("deposit.problem.amount"));
        }
        if (sum.isMoreThan(deposit.remaining())) {
            throw new InvalidInput(
                    "allocations",
                    "too-much",
                    BilingualText.of(
                            "deposit.problem.too-much", deposit.remaining().amount()));
        }
        for (var allocation : allocations) {
            allocate(locked(depositId), allocation, by);
        }
        if (!by.equals(CurrentStaff.SYSTEM)) {
            learn(new RemittedDeposit(depositId, sum, new Remitter(deposit.remitterKana()), null), allocations, by);
        }
        return locked(depositId);
    }

    private void learn(RemittedDeposit deposit, List<Allocation> confirmed, String by) {
        aliases.learn(
                confirmed.stream()
                        .map(one -> new Match(deposit, one.receivable(), one.amount()))
                        .toList(),
                by);
    }

    /** One that can still pay something, locked. */
    Deposit open(long id) {
        var deposit = locked(id);
        switch (deposit.state()) {
            case REVERSED -> throw Refusal.conflict("deposit.problem.reversed");
            case MATCHED -> throw Refusal.conflict("deposit.problem.matched", id);
            default -> {
                return deposit;
            }
        }
    }

    /** @throws InvalidInput if a deposit can't pay this, whatever its amount */
    void check(Allocation asked) {
        if (!asked.amount().isPositive()) {
            throw new InvalidInput("amount", "invalid", BilingualText.of("deposit.problem.amount"));
        }
        if (asked.receivable().ofOrder()) {
            order(asked.receivable().asOrder());
        } else {
            refuseMore(asked.amount(), receivable(asked.receivable()));
        }
    }

    private Deposit locked(long id) {
        return jdbc.sql(Deposits.SELECT + " where id = :id for update")
                .param("id", id)
                .query(Deposits::deposit)
                .optional()
                .orElseThrow(() -> Refusal.notFound("deposit.not-found", id));
    }

    private void allocate(Deposit deposit, Allocation asked, String by) {
        var number = asked.receivable();
        var amount = asked.amount();
        if (asked.fee().isPositive()) {
            bookTransferFee.book(deposit.id(), number, amount, asked.fee(), by);
        }
        var allocation = new PaymentAllocation(
                "match:" + deposit.id() + ":" + matches.changes(deposit.id()),
                number,
                Reason.MATCHED,
                Account.SUSPENSE,
                amount,
                deposit.id(),
                null,
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
        refuseMore(allocation.amount(), receivable);
        allocatePayments.allocate(receivable, allocation);
    }

    private static void refuseMore(Yen amount, Receivable receivable) {
        if (amount.isMoreThan(receivable.open())) {
            throw new InvalidInput(
                    "receivable",
                    "too-much",
                    BilingualText.of(
                            "deposit.problem.receivable.too-much",
                            receivable.number(),
                            receivable.open().amount()));
        }
    }

    /**
     * @param amount above zero
     * @param fee what the bank has kept and is written off of what is owed; zero for none
     */
    public record Allocation(ReceivableNumber receivable, Yen amount, Yen fee) {
        public Allocation(ReceivableNumber receivable, Yen amount) {
            this(receivable, amount, Yen.ZERO);
        }

        public Allocation(OrderNumber order, Yen amount) {
            this(ReceivableNumber.of(order), amount);
        }
    }
}
