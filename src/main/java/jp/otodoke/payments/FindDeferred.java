package jp.otodoke.payments;

import java.util.Optional;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds where an order stands at the provider of 後払い. */
@Component
public class FindDeferred {
    private final Payments payments;
    private final DeferredTransactions transactions;
    private final DeferredContract contract;

    FindDeferred(Payments payments, DeferredTransactions transactions, DeferredContract contract) {
        this.payments = payments;
        this.transactions = transactions;
        this.contract = contract;
    }

    /** Whether the provider answers whether it secures the order. */
    @Transactional(readOnly = true)
    public boolean answers(OrderNumber order) {
        return payments.findById(order)
                .filter(payment -> payment.method() == PaymentMethod.DEFERRED)
                .filter(payment -> contract.connected() && payment.shopPayment() == ShopPayment.NONE)
                .isPresent();
    }

    /** The attempt by which an order is to be paid; empty if it is paid in another way or nobody was asked yet. */
    @Transactional(readOnly = true)
    public Optional<DeferredTransaction> current(OrderNumber order) {
        return payments.findById(order)
                .filter(payment -> payment.method() == PaymentMethod.DEFERRED)
                .flatMap(payment -> transactions.find(payment.transactionNo()));
    }
}
