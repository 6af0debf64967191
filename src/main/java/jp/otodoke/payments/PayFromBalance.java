package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pays what a customer owes from what the customer has with us (預り金), as far as it reaches. */
@Component
public class PayFromBalance {
    /** The names of customers whose balance is being spent. */
    private static final int BALANCES = 7301;

    private final JdbcClient jdbc;
    private final NameLocks names;
    private final CustomerBalances balances;
    private final Refunds refunds;
    private final Receivables receivables;
    private final AllocatePayments allocatePayments;
    private final Timeline timeline;

    PayFromBalance(
            JdbcClient jdbc,
            NameLocks names,
            CustomerBalances balances,
            Refunds refunds,
            Receivables receivables,
            AllocatePayments allocatePayments,
            Timeline timeline) {
        this.jdbc = jdbc;
        this.names = names;
        this.balances = balances;
        this.refunds = refunds;
        this.receivables = receivables;
        this.allocatePayments = allocatePayments;
        this.timeline = timeline;
    }

    /**
     * @param by user name
     * @return what was paid
     * @throws Refusal if there is no such receivable (not found), nothing of it is open, the customer has no balance, or the order
     *     is paid in a way that takes no money besides (conflict)
     */
    @Transactional
    public Yen pay(ReceivableNumber number, String by) {
        var customer = customer(number);
        names.lock(BALANCES, List.of(customer.value()));
        var balance = balances.of(List.of(customer)).getOrDefault(customer, Yen.ZERO);
        return number.ofOrder() ? payOrder(number, balance, by) : payReceivable(number, balance, by);
    }

    private Yen payOrder(ReceivableNumber number, Yen balance, String by) {
        var payment = refunds.lock(number.asOrder()).orElseThrow();
        if (!MatchDeposits.BY_TRANSFER.contains(payment.method())) {
            throw Refusal.conflict("balance.other-method", number);
        }
        var amount = amount(number, payment.open(), balance);
        timeline.add(payment.orderNumber(), "PAID", BilingualText.of("timeline.paid-from-balance", amount), by);
        allocatePayments.allocate(payment, allocation(number, amount, by));
        return amount;
    }

    private Yen payReceivable(ReceivableNumber number, Yen balance, String by) {
        var receivable = receivables.findById(number).orElseThrow();
        var amount = amount(number, receivable.open(), balance);
        allocatePayments.allocate(receivable, allocation(number, amount, by));
        return amount;
    }

    private static Yen amount(ReceivableNumber number, Yen open, Yen balance) {
        if (!open.isPositive()) {
            throw Refusal.conflict("balance.nothing-open", number);
        }
        if (!balance.isPositive()) {
            throw Refusal.conflict("balance.none", number);
        }
        return open.min(balance);
    }

    private PaymentAllocation allocation(ReceivableNumber number, Yen amount, String by) {
        var before = jdbc.sql("select count(*) from payment_allocation where receivable = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
        return new PaymentAllocation(
                "balance:" + number + ":" + before,
                number,
                Reason.MATCHED,
                Account.BALANCE,
                amount,
                null,
                null,
                null,
                by);
    }

    private CustomerNumber customer(ReceivableNumber number) {
        return jdbc.sql("select customer_number from receivable where number = :number and customer_number is not null")
                .param("number", number.value())
                .query(String.class)
                .optional()
                .map(CustomerNumber::of)
                .orElseThrow(() -> Refusal.notFound("receivable.not-found", number));
    }
}
