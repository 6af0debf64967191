package jp.otodoke.payments;

import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives up what somebody still owes (貸倒), for an order or without. */
@Component
public class WriteOffReceivable {
    private final WriteOff ofOrder;
    private final Receivables receivables;
    private final AllocatePayments allocatePayments;

    WriteOffReceivable(WriteOff ofOrder, Receivables receivables, AllocatePayments allocatePayments) {
        this.ofOrder = ofOrder;
        this.receivables = receivables;
        this.allocatePayments = allocatePayments;
    }

    /**
     * Has no effect if nothing is owed.
     *
     * @param most what may be demanded now; the rest of an order on account stays
     */
    @Transactional
    public void writeOff(ReceivableNumber number, Yen most, String why, String by) {
        receivables
                .findById(number)
                .ifPresentOrElse(
                        receivable -> withoutOrder(receivable, most, by),
                        () -> ofOrder.writeOff(number.asOrder(), most, why, by));
    }

    private void withoutOrder(Receivable receivable, Yen most, String by) {
        var open = receivable.open().min(most);
        if (open.isPositive()) {
            allocatePayments.allocateOnce(
                    receivable,
                    new PaymentAllocation(
                            allocatePayments.nextName("written-off", receivable.number()),
                            receivable.number(),
                            Reason.WRITTEN_OFF,
                            Account.WRITE_OFF,
                            open,
                            null,
                            null,
                            null,
                            by));
        }
    }
}
