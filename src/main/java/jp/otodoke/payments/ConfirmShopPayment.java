package jp.otodoke.payments;

import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that the shop has collected or authorised what an order raised after its payment there still owed. */
@Component
public class ConfirmShopPayment {
    private final Payments payments;
    private final AllocatePayments allocatePayments;

    ConfirmShopPayment(Payments payments, AllocatePayments allocatePayments) {
        this.payments = payments;
        this.allocatePayments = allocatePayments;
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
            payments.saveAndFlush(payment);
        } else {
            allocatePayments.allocate(
                    payment,
                    PaymentAllocation.of(
                            "shop-paid:" + orderNumber + ":" + payment.paid().amount(),
                            orderNumber,
                            Reason.PAID_AT_SHOP,
                            Account.SHOP,
                            open,
                            CurrentStaff.SYSTEM));
        }
    }
}
