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
        calls.latest(transactionNo)
                .flatMap(call -> payments.findById(call.orderNumber())
                        .filter(p -> p.unknownSince() != null)
                        .map(p -> new Open(p, call)))
                .ifPresent(open -> calls.request(
                        CardCall.Kind.SEARCH,
                        open.payment(),
                        transactionNo,
                        open.call().amount(),
                        open.call().wanted(),
                        Math.max(1, open.call().asked()),
                        Duration.ZERO));
    }

    private record Open(Payment payment, CardCalls.Pending call) {}
}
