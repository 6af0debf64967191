package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matches deposits to orders (消込). Automatic matching requires certainty: the exact open amount, and a number or the
 * buyer's kana that fit one order only and do not contradict each other. Never by amount alone.
 */
@Component
public class MatchDeposits {
    /** Other methods pay in their own way: cards when the goods ship, cash on delivery through the carrier. */
    static final Set<PaymentMethod> BY_TRANSFER = Set.of(
            PaymentMethod.BANK_TRANSFER,
            PaymentMethod.CONVENIENCE_STORE,
            PaymentMethod.INVOICE,
            PaymentMethod.DEFERRED,
            PaymentMethod.DIRECT_DEBIT);

    private final JdbcClient jdbc;
    private final FindRemitterOrder findRemitterOrder;
    private final Payments payments;
    private final Ledger ledger;
    private final RefundExcess refundExcess;
    private final Inbox inbox;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final RetryOnConflict retryOnConflict;

    MatchDeposits(
            JdbcClient jdbc,
            FindRemitterOrder findRemitterOrder,
            Payments payments,
            Ledger ledger,
            RefundExcess refundExcess,
            Inbox inbox,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock,
            RetryOnConflict retryOnConflict) {
        this.jdbc = jdbc;
        this.findRemitterOrder = findRemitterOrder;
        this.payments = payments;
        this.ledger = ledger;
        this.refundExcess = refundExcess;
        this.inbox = inbox;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
        this.retryOnConflict = retryOnConflict;
    }

    /** A deposit in doubt is left to a person for good, whatever becomes of the orders it may have paid. */
    @Transactional
    public AutomaticMatch matchByItself(long depositId) {
        var deposit = locked(depositId);
        if (deposit.state() == Deposit.State.REVERSED) {
            return AutomaticMatch.NONE;
        }
        var found = findRemitterOrder.find(deposit);
        if (!found.doubtful().isEmpty()) {
            jdbc.sql("update deposit set doubtful = true where id = :id")
                    .param("id", depositId)
                    .update();
            return new AutomaticMatch(false, found.doubtful());
        }
        if (found.order() == null) {
            return AutomaticMatch.NONE;
        }
        allocate(deposit, found.order(), deposit.remaining(), "system");
        return AutomaticMatch.MATCHED;
    }

    /**
     * Tries every open deposit, each in its own transaction, to catch orders that arrived after their money.
     *
     * @return number of matched deposits
     */
    public int matchAll() {
        var open = jdbc.sql("select id from deposit where state = 'UNMATCHED' and not doubtful order by id")
                .query(Long.class)
                .list();
        return (int) open.stream()
                .filter(id ->
                        retryOnConflict.inTransaction(() -> matchByItself(id)).matched())
                .count();
    }

    /**
     * Matches a deposit as decided by staff; any remainder stays open. If an order receives more than it owes, a
     * refund task is opened.
     *
     * @throws InvalidInput if more is allocated than is available, the order is unknown or its payment method
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
            allocate(locked(depositId), allocation.orderNumber(), allocation.amount(), by);
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

    private void allocate(Deposit deposit, OrderNumber orderNumber, Yen amount, String by) {
        var payment = payments.findById(orderNumber)
                .orElseThrow(() -> new InvalidInput(
                        "orderNumber", "unknown", BilingualText.of("deposit.problem.order.unknown", orderNumber)));
        if (!BY_TRANSFER.contains(payment.method())) {
            throw new InvalidInput(
                    "orderNumber", "other-method", BilingualText.of("deposit.problem.order.method", orderNumber));
        }
        var id = jdbc.sql(
                        """
                        insert into deposit_allocation (deposit_id, order_number, amount, actor, at)
                        values (:deposit, :order, :amount, :by, :now) returning id
                        """)
                .param("deposit", deposit.id())
                .param("order", orderNumber.value())
                .param("amount", amount.amount())
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        jdbc.sql(
                        """
                        update deposit set remaining = remaining - :amount,
                               state = case when remaining = :amount then 'MATCHED' else state end where id = :id
                        """)
                .param("amount", amount.amount())
                .param("id", deposit.id())
                .update();
        ledger.post("match:" + id, Account.SUSPENSE, Account.RECEIVABLE, amount, orderNumber);
        refundExcess.amountsChange(payment);
        payment.pay(amount);
        refundExcess.excess(payment);
        payments.saveAndFlush(payment);
        timeline.add(orderNumber, "PAID", BilingualText.of("timeline.paid", amount.amount()), by);
        if (amount.equals(deposit.remaining())) {
            inbox.close(UnmatchedDepositTask.TYPE + ":" + deposit.id());
        }
        if (payment.settled()) {
            events.publishEvent(new PaymentSecured(orderNumber));
            events.publishEvent(new PaymentSettled(orderNumber));
        }
    }

    /** @param amount above zero */
    public record Allocation(OrderNumber orderNumber, Yen amount) {}
}
