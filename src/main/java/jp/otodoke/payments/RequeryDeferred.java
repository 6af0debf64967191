package jp.otodoke.payments;

import java.time.Duration;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.payments.DeferredCalls.Wanted;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the provider of 後払い for its result immediately, at the request of staff. */
@Component
public class RequeryDeferred {
    private final Payments payments;
    private final DeferredCalls calls;
    private final AdvanceDeferred advance;

    RequeryDeferred(Payments payments, DeferredCalls calls, AdvanceDeferred advance) {
        this.payments = payments;
        this.calls = calls;
        this.advance = advance;
    }

    /** Has no effect on an order that is paid in another way; a look-up that waits is replaced by this one. */
    @Transactional
    public void ask(OrderNumber order) {
        payments.findById(order)
                .filter(advance::has)
                .map(Payment::transactionNo)
                .flatMap(calls::outstanding)
                .filter(call -> call.kind() == Kind.FIND || call.wanted() == Wanted.UPDATE)
                .ifPresent(call -> {
                    calls.answered(DeferredAnswer.unknown(call.id()));
                    calls.again(call.kind(), call, 1, Duration.ZERO);
                });
    }
}
