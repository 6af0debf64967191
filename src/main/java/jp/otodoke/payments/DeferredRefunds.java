package jp.otodoke.payments;

import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Has the provider of 後払い bill less, or nothing, of what was reported. */
@Component
class DeferredRefunds {
    private final DeferredTransactions transactions;
    private final Refunds refunds;
    private final AdvanceDeferred advance;

    DeferredRefunds(DeferredTransactions transactions, Refunds refunds, AdvanceDeferred advance) {
        this.transactions = transactions;
        this.refunds = refunds;
        this.advance = advance;
    }

    /** By how much the provider may still bill less: nothing once it has declined that, as after its cut-off. */
    Yen possible(Payment payment) {
        if (!advance.has(payment) || refunds.agencyDeclined(payment.orderNumber())) {
            return Yen.ZERO;
        }
        var underWay = Yen.sum(
                refunds.open(payment.orderNumber()).stream()
                        .filter(refund -> refund.route() == RefundEntry.Route.AGENCY)
                        .toList(),
                Refund::amount);
        return transactions
                .find(payment.transactionNo())
                .filter(transaction -> transaction.state() == DeferredState.REPORTED)
                .map(transaction -> transaction.amount().minus(underWay))
                .orElse(Yen.ZERO);
    }

    /** Sends what was approved; what is asked for while another is under way follows it. */
    void send(Payment payment) {
        advance.advance(payment);
    }
}
