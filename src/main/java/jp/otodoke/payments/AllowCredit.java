package jp.otodoke.payments;

import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets one order leave on account although the limit does not allow it. */
@Component
public class AllowCredit {
    private final Payments payments;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    AllowCredit(Payments payments, Timeline timeline, ApplicationEventPublisher events) {
        this.payments = payments;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Has no effect on an order that may leave already.
     *
     * @param by user name
     * @throws Refusal if it is paid in another way by now (conflict)
     */
    @Transactional
    public void once(OrderNumber order, String by) {
        var payment = payments.findById(order).orElseThrow(() -> Refusal.notFound("order.not-found", order));
        if (payment.method() != PaymentMethod.INVOICE) {
            throw Refusal.conflict("credit.other-method", order);
        }
        if (payment.secured()) {
            return;
        }
        payment.grantCredit();
        payments.saveAndFlush(payment);
        timeline.add(order, "CREDIT_ALLOWED", BilingualText.of("timeline.credit-allowed", payment.open()), by);
        events.publishEvent(new PaymentSecured(order));
    }
}
