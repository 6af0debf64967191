package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.Optional;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/** Makes the slip for what is still owed. What is owed changes, and so does the slip; the one before may still be paid. */
@Component
class IssueSlip {
    private final SlipContract contract;
    private final PaymentSlips slips;
    private final RemainingTotals remainingTotals;
    private final SlipTasks tasks;
    private final CurrentStaff staff;

    IssueSlip(
            SlipContract contract,
            PaymentSlips slips,
            RemainingTotals remainingTotals,
            SlipTasks tasks,
            CurrentStaff staff) {
        this.contract = contract;
        this.slips = slips;
        this.remainingTotals = remainingTotals;
        this.tasks = tasks;
        this.staff = staff;
    }

    /**
     * The current slip of an order if it asks for what is owed until that day, else a new one; empty if the order is paid in
     * another way, or no slip can be made for it. A person decides
     * about what is too much for a store.
     */
    Optional<PaymentSlip> forOrder(Payment payment, Order order, LocalDate due) {
        if (payment.method() != PaymentMethod.CONVENIENCE_STORE) {
            return Optional.empty();
        }
        var receivable = ReceivableNumber.of(payment.orderNumber());
        if (payment.open().isMoreThan(PaymentSlip.MOST)) {
            slips.retire(receivable);
            tasks.tooLarge(payment);
        }
        if (!possible(payment.open())) {
            return Optional.empty();
        }
        var before = slips.toPay(receivable).filter(slip -> slip.asks(payment.open(), due));
        return before.isPresent()
                ? before
                : Optional.of(anew(receivable, payment.open(), taxInside(payment.open(), order), due));
    }

    /** Whether a slip can be made for such an amount. */
    private boolean possible(Yen amount) {
        return contract.issuer().isPresent() && amount.isPositive() && !amount.isMoreThan(PaymentSlip.MOST);
    }

    /**
     * Another slip, whether or not there is one.
     *
     * @param tax inside the amount
     * @throws Refusal if no slip can be made for such an amount (conflict)
     */
    PaymentSlip anew(ReceivableNumber receivable, Yen amount, Yen tax, LocalDate due) {
        var issuer = contract.issuer().orElseThrow(() -> Refusal.conflict("slip.refused.no-contract"));
        if (!amount.isPositive()) {
            throw Refusal.conflict("slip.refused.nothing-owed", receivable);
        }
        if (!possible(amount)) {
            throw Refusal.conflict("slip.refused.too-much", amount, PaymentSlip.MOST);
        }
        var before = slips.current(receivable);
        var barcode =
                new SlipBarcode(issuer, slips.numberAfter(before), due, PaymentSlip.needsStamp(amount, tax), amount);
        return slips.replace(before, receivable, barcode, due, staff.name());
    }

    /** Of what is still owed, as of what was ordered. */
    Yen taxInside(Yen amount, Order order) {
        var totals = remainingTotals.owed(order);
        return totals.total().isPositive() ? amount.share(totals.tax(), totals.total()) : Yen.ZERO;
    }
}
