package jp.otodoke.payments;

import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives up what an order still owes (貸倒). */
@Component
class WriteOff {
    private final Payments payments;
    private final AllocatePayments allocatePayments;
    private final Timeline timeline;

    WriteOff(Payments payments, AllocatePayments allocatePayments, Timeline timeline) {
        this.payments = payments;
        this.allocatePayments = allocatePayments;
        this.timeline = timeline;
    }

    /** Has no effect if nothing is owed. */
    @Transactional
    public void writeOff(OrderNumber order, String why, String by) {
        writeOff(order, payments.findById(order).orElseThrow().open(), why, by);
    }

    /** As {@link #writeOff(OrderNumber, String, String)}, but not more than an amount. */
    @Transactional
    public void writeOff(OrderNumber order, Yen most, String why, String by) {
        var payment = payments.findById(order).orElseThrow();
        var open = payment.open().min(most);
        if (open.isPositive()) {
            allocatePayments.allocateOnce(
                    payment,
                    PaymentAllocation.of(
                            allocatePayments.nextName("written-off", ReceivableNumber.of(order)),
                            order,
                            Reason.WRITTEN_OFF,
                            Account.WRITE_OFF,
                            open,
                            by));
            timeline.add(order, "WRITTEN_OFF", BilingualText.of("timeline.written-off", open, why), by);
        }
    }
}
