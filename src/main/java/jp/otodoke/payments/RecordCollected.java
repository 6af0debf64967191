package jp.otodoke.payments;

import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that the open amount of an order was received, such as cash collected by the carrier; confirmed by
 * staff.
 */
@Component
public class RecordCollected {
    private final Payments payments;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    RecordCollected(Payments payments, Ledger ledger, ApplicationEventPublisher events) {
        this.payments = payments;
        this.ledger = ledger;
        this.events = events;
    }

    /** Has no effect if nothing is open. */
    @Transactional
    public void collected(OrderNumber orderNumber) {
        var payment = payments.findById(orderNumber).orElseThrow();
        var open = payment.open();
        var account = payment.method() == PaymentMethod.CASH_ON_DELIVERY ? Account.CARRIER : Account.BANK;
        if (open.isPositive()
                && ledger.post(
                        "collected:" + orderNumber + ":" + payment.paid().amount(),
                        account,
                        Account.RECEIVABLE,
                        open,
                        orderNumber)) {
            payment.pay(open);
            payments.saveAndFlush(payment);
            events.publishEvent(new PaymentSecured(orderNumber));
            events.publishEvent(new PaymentSettled(orderNumber));
        }
    }
}
