package jp.otodoke.payments;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Handles a notification from the gateway. It is only a hint; the actual state is fetched by a search. */
@Component
public class RecordCardNotice {
    private final Payments payments;
    private final CardCalls calls;

    RecordCardNotice(Payments payments, CardCalls calls) {
        this.payments = payments;
        this.calls = calls;
    }

    /** Searches only if a result is outstanding; ignores unknown transactions. */
    @Transactional
    public void record(String transactionNo) {
        calls.awaitedRefunds(transactionNo).forEach(this::search);
        calls.latest(transactionNo)
                .filter(call -> call.refundId() == null)
                .filter(call ->
                        payments.findById(call.orderNumber()).orElseThrow().unknownSince() != null)
                .ifPresent(this::search);
    }

    private void search(CardCalls.Pending call) {
        payments.findById(call.orderNumber())
                .ifPresent(payment ->
                        calls.again(CardCall.Kind.SEARCH, payment, call, Math.max(1, call.asked()), Duration.ZERO));
    }
}
