package jp.otodoke.payments;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff want the gateway asked once more, at once. */
@Component
public class AskCardAgain {
    private final Payments payments;
    private final CardCalls calls;

    AskCardAgain(Payments payments, CardCalls calls) {
        this.payments = payments;
        this.calls = calls;
    }

    /** A question that waits for its turn is put now, so that there is one for each charge; nothing happens without an attempt. */
    @Transactional
    public void ask(String orderNumber) {
        var payment = payments.findById(orderNumber).orElseThrow();
        var transaction = payment.transactionNo();
        if (transaction != null) {
            calls.latest(transaction).ifPresent(latest -> {
                if (!calls.hasten(latest)) {
                    calls.request(
                            CardCall.Kind.SEARCH,
                            payment,
                            transaction,
                            latest.amount(),
                            latest.wanted(),
                            1,
                            Duration.ZERO);
                }
            });
        }
    }
}
