package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.DeferredState;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** It is unknown whether card gateway or provider of 後払い secures the order. */
@Component
class PaymentUnknownTask extends OrderTaskKind {
    PaymentUnknownTask(OrderCases cases) {
        super("payment-unknown", StaffGroup.ACCOUNTING, Map.of("CANCEL", DecisionEffect.STOPS), cases);
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return BilingualText.of(
                key(order), payment.transactionNo(), order.totals().total());
    }

    private String key(Order order) {
        return cases.deferred(order.number())
                .map(transaction -> transaction.state() == DeferredState.REVIEW
                        ? "task.payment-unknown.reason.review"
                        : "task.payment-unknown.reason.deferred")
                .orElse("task.payment-unknown.reason");
    }

    @Override
    int priority() {
        return 1;
    }
}
