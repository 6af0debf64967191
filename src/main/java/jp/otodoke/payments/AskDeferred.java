package jp.otodoke.payments;

import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.DeferredCall.Kind;
import org.springframework.stereotype.Component;

/** Asks the provider of 後払い whether it secures an order (与信): anew, or once more where it has seen another content. */
@Component
class AskDeferred {
    private final DeferredContract contract;
    private final DeferredTransactions transactions;
    private final DeferredCalls calls;
    private final AdvanceDeferred advance;

    AskDeferred(
            DeferredContract contract,
            DeferredTransactions transactions,
            DeferredCalls calls,
            AdvanceDeferred advance) {
        this.contract = contract;
        this.transactions = transactions;
        this.calls = calls;
        this.advance = advance;
    }

    /** Has no effect while an answer is outstanding. What was paid at the shop is not ours to ask about. */
    void ask(Payment payment) {
        if (!contract.connected() || payment.shopPayment() != ShopPayment.NONE) {
            return;
        }
        transactions
                .find(payment.transactionNo())
                .filter(transaction -> transaction.state().live())
                .ifPresentOrElse(transaction -> again(payment, transaction), () -> register(payment));
    }

    private void register(Payment payment) {
        var ownId = payment.newAttempt();
        transactions.add(payment.orderNumber(), ownId, payment.open());
        calls.request(Kind.REGISTER, ownId, payment.open());
    }

    private void again(Payment payment, DeferredTransaction transaction) {
        if (calls.outstanding(transaction.ownId()).isPresent()) {
            return;
        }
        if (transaction.state() == DeferredState.SECURED
                && transaction.amount().equals(payment.open())
                && !advance.hasChanged(payment, transaction)) {
            payment.authorised(transaction.amount());
        } else {
            payment.recheck();
            calls.request(Kind.UPDATE, transaction.ownId(), payment.open());
        }
    }
}
