package jp.otodoke.payments;

import jp.otodoke.orders.ChangePaymentMethod;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects in another way what the provider of 後払い does not pay for, though the goods have left. */
@Component
class CollectDeferred {
    private final Refunds refunds;
    private final Payments payments;
    private final DeferredTransactions transactions;
    private final AllocatePayments allocatePayments;
    private final AdvanceDeferred advance;
    private final ChangePaymentMethod changePaymentMethod;
    private final RequestPayment requestPayment;
    private final FindOrder orders;

    CollectDeferred(
            Refunds refunds,
            Payments payments,
            DeferredTransactions transactions,
            AllocatePayments allocatePayments,
            AdvanceDeferred advance,
            ChangePaymentMethod changePaymentMethod,
            RequestPayment requestPayment,
            FindOrder orders) {
        this.refunds = refunds;
        this.payments = payments;
        this.transactions = transactions;
        this.allocatePayments = allocatePayments;
        this.advance = advance;
        this.changePaymentMethod = changePaymentMethod;
        this.requestPayment = requestPayment;
        this.orders = orders;
    }

    /** What was sold to the provider is ours again, and the provider is told to bill nothing. */
    @Transactional
    public void byTransfer(OrderNumber order, String by) {
        var payment = refunds.lock(order).orElseThrow();
        transactions
                .find(payment.transactionNo())
                .filter(transaction -> transaction.state() == DeferredState.REPORTED)
                .ifPresent(transaction -> allocatePayments.allocate(
                        payment,
                        PaymentAllocation.of(
                                "deferred-back:" + transaction.ownId(),
                                order,
                                Reason.REVERSED,
                                Account.DEFERRED_AGENCY,
                                transaction.amount().negated(),
                                by)));
        payment.endAttempt();
        payment.payBy(PaymentMethod.BANK_TRANSFER, null);
        changePaymentMethod.change(order, PaymentMethod.BANK_TRANSFER, by);
        if (payment.open().isPositive()) {
            requestPayment.afterShipping(payment, orders.get(order));
        }
        payments.saveAndFlush(payment);
        advance.advance(payment);
    }
}
