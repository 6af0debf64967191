package jp.otodoke.payments;

import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that the open amount of an order was received, such as cash collected by the carrier; confirmed by
 * staff.
 */
@Component
public class RecordCollected {
    private final Payments payments;
    private final AllocatePayments allocatePayments;

    RecordCollected(Payments payments, AllocatePayments allocatePayments) {
        this.payments = payments;
        this.allocatePayments = allocatePayments;
    }

    /** Has no effect if nothing is open. */
    @Transactional
    public void collected(OrderNumber orderNumber) {
        var payment = payments.findById(orderNumber).orElseThrow();
        if (payment.open().isPositive()) {
            allocatePayments.allocate(
                    payment,
                    PaymentAllocation.of(
                            "collected:" + orderNumber + ":" + payment.paid().amount(),
                            orderNumber,
                            Reason.COLLECTED,
                            payment.method() == PaymentMethod.CASH_ON_DELIVERY ? Account.CARRIER : Account.BANK,
                            payment.open(),
                            CurrentStaff.SYSTEM));
        }
    }
}
