package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues a slip again, for who has lost it or let its day pass; the one before may still be paid. */
@Component
public class ReissueSlip {
    private final Payments payments;
    private final Receivables receivables;
    private final FindOrder orders;
    private final IssueSlip issueSlip;
    private final RequestPayment requestPayment;
    private final PaymentTerms terms;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    ReissueSlip(
            Payments payments,
            Receivables receivables,
            FindOrder orders,
            IssueSlip issueSlip,
            RequestPayment requestPayment,
            PaymentTerms terms,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.payments = payments;
        this.receivables = receivables;
        this.orders = orders;
        this.issueSlip = issueSlip;
        this.requestPayment = requestPayment;
        this.terms = terms;
        this.events = events;
        this.clock = clock;
    }

    /**
     * For what an order owes, with a new term. The process of an order that awaits its payment asks for it once more, with
     * this slip and by this day.
     *
     * @throws Refusal if there is no such order (not found), or if it is paid in another way, owes nothing, or more than a
     *     store takes (conflict)
     */
    @Transactional
    public PaymentSlip reissue(OrderNumber number) {
        var payment = payments.findById(number).orElseThrow(() -> Refusal.notFound("order.not-found", number));
        if (payment.method() != PaymentMethod.CONVENIENCE_STORE) {
            throw Refusal.conflict("slip.refused.other-method", number);
        }
        var order = orders.get(number);
        var due = terms.lastDay(payment.method());
        var slip = issueSlip.anew(
                ReceivableNumber.of(number), payment.open(), issueSlip.taxInside(payment.open(), order), due);
        payment.dueBy(due);
        if (order.progress() != OrderStatus.AWAITING_PAYMENT) {
            requestPayment.bySlip(payment, order, slip);
        }
        payments.saveAndFlush(payment);
        events.publishEvent(new PaymentTermExtended(number));
        return slip;
    }

    /**
     * For what is owed, with or without an order.
     *
     * @throws Refusal if there is no such receivable (not found), or if it owes nothing or more than a store takes (conflict)
     */
    @Transactional
    public PaymentSlip reissue(ReceivableNumber number) {
        var receivable = receivables.findById(number);
        return receivable.isEmpty() ? reissue(number.asOrder()) : withoutOrder(receivable.get());
    }

    private PaymentSlip withoutOrder(Receivable receivable) {
        return issueSlip.anew(receivable.number(), receivable.open(), receivable.taxInside(), due(receivable));
    }

    /** A day that has passed is of no use at the till. */
    private LocalDate due(Receivable receivable) {
        return receivable.dueBy().isBefore(clock.today())
                ? terms.lastDay(PaymentMethod.CONVENIENCE_STORE)
                : receivable.dueBy();
    }
}
