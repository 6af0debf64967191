package jp.otodoke.payments;

import java.time.Duration;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches for a card payment immediately at the request of staff. */
@Component
public class RequeryCard {
    private final Payments payments;
    private final CardCalls calls;

    RequeryCard(Payments payments, CardCalls calls) {
        this.payments = payments;
        this.calls = calls;
    }

    /** Has no effect if there was no card attempt. */
    @Transactional
    public void ask(OrderNumber orderNumber) {
        var payment = payments.findById(orderNumber).orElseThrow();
        var transaction = payment.transactionNo();
        if (transaction != null) {
            calls.latest(transaction)
                    .ifPresent(call -> calls.again(CardCall.Kind.SEARCH, payment, call, 1, Duration.ZERO));
        }
    }
}
