package jp.otodoke.payments;

import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.ReceivableNumber;
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

    /** Has no effect if nothing is owed. */
    @Transactional
    public void writeOff(ReceivableNumber number, String why, String by) {
        receivables
                .findById(number)
                .ifPresentOrElse(
                        receivable -> withoutOrder(receivable, by), () -> ofOrder.writeOff(number.asOrder(), why, by));
    }

    private void withoutOrder(Receivable receivable, String by) {
        var open = receivable.open();
        if (open.isPositive()) {
            allocatePayments.allocate(
                    receivable,
                    new PaymentAllocation(
                            "written-off:" + receivable.number() + ":"
                                    + receivable.paid().amount(),
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
