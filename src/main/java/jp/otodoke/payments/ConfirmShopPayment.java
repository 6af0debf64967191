package jp.otodoke.payments;

import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that the shop has collected or authorised what an order raised after its payment there still owed. */
@Component
public class ConfirmShopPayment {
    private final Payments payments;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    ConfirmShopPayment(Payments payments, Ledger ledger, ApplicationEventPublisher events) {
        this.payments = payments;
        this.ledger = ledger;
        this.events = events;
    }

    /** Has no effect on an order that is not paid through a shop, or owes nothing. */
    @Transactional
    public void confirm(OrderNumber orderNumber) {
        var payment = payments.findById(orderNumber).orElseThrow();
        var open = payment.open();
        if (payment.shopPayment() == ShopPayment.NONE || !open.isPositive()) {
            return;
        }
        if (payment.shopPayment() == ShopPayment.AUTHORISED) {
            payment.authorised(open);
        } else if (ledger.post(
                "shop-paid:" + orderNumber + ":" + payment.paid().amount(),
                Account.SHOP,
                Account.RECEIVABLE,
                open,
                orderNumber)) {
            payment.pay(open);
            events.publishEvent(new PaymentSettled(orderNumber));
        }
        payments.saveAndFlush(payment);
    }
}
