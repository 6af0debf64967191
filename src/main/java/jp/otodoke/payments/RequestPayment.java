package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.Optional;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks a customer to pay what an order owes, and notes until when. */
@Component
class RequestPayment {
    private final NotifyCustomer notifyCustomer;
    private final PaymentNotices notices;
    private final IssueSlip issueSlip;
    private final PaymentTerms terms;
    private final Chargebacks chargebacks;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    RequestPayment(
            NotifyCustomer notifyCustomer,
            PaymentNotices notices,
            IssueSlip issueSlip,
            PaymentTerms terms,
            Chargebacks chargebacks,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.notifyCustomer = notifyCustomer;
        this.notices = notices;
        this.issueSlip = issueSlip;
        this.terms = terms;
        this.chargebacks = chargebacks;
        this.timeline = timeline;
        this.events = events;
    }

    /** The goods leave when the money has arrived. */
    void inAdvance(Payment payment, Order order) {
        var due = terms.lastDay(payment.method());
        var slip = issueSlip.forOrder(payment, order, due);
        request(payment, order, due, payment.open(), notices.request(order, payment.open(), due, slip));
    }

    /** The customer has the goods already. What a card company still decides about is not asked for; nobody is asked for nothing. */
    void afterShipping(Payment payment, Order order) {
        var demanded = payment.open().minus(chargebacks.disputed(order.number()));
        if (demanded.isPositive()) {
            var due = terms.lastDay(payment.method());
            request(payment, order, due, demanded, notices.afterShipping(order, demanded, due));
        }
    }

    /** What was paid is unpaid again. */
    void again(Payment payment, Order order) {
        var due = terms.lastDay(payment.method());
        issueSlip.forOrder(payment, order, due);
        request(payment, order, due, payment.open(), notices.reminder(order, payment.open(), due));
    }

    /** Another slip was made, which asks for what is open. */
    void bySlip(Payment payment, Order order, PaymentSlip slip) {
        var due = slip.dueDate();
        request(payment, order, due, payment.open(), notices.request(order, payment.open(), due, Optional.of(slip)));
    }

    private void request(Payment payment, Order order, LocalDate due, Yen demanded, CustomerNotice notice) {
        payment.dueBy(due);
        events.publishEvent(new PaymentRequested(order.number(), payment.method(), demanded, due));
        var byMail = notifyCustomer.send(order, notice);
        timeline.add(
                order.number(),
                "PAYMENT_REQUESTED",
                byMail
                        ? BilingualText.of("timeline.payment-requested.mail", demanded, due)
                        : BilingualText.of("timeline.payment-requested.staff", demanded, due),
                "system");
    }
}
