package jp.otodoke.payments;

import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books what a person has given back already, by hand at the bank or through the shop that collected it. */
@Component
class RecordPaidOut {
    private final Refunds refunds;
    private final RefundExcess refundExcess;
    private final CarryOutRefund carryOut;

    RecordPaidOut(Refunds refunds, RefundExcess refundExcess, CarryOutRefund carryOut) {
        this.refunds = refunds;
        this.refundExcess = refundExcess;
        this.carryOut = carryOut;
    }

    /** Has no effect if nothing is due. */
    @Transactional
    public void paidOut(OrderNumber order, String by) {
        var payment = refunds.lock(order).orElseThrow();
        refundExcess.excess(payment);
        refunds.open(order).stream()
                .filter(refund -> refund.proposedByTheRules() && refund.route() != Route.CARD)
                .toList()
                .forEach(refund -> {
                    refunds.approve(refund.id(), by);
                    carryOut.given(
                            payment,
                            refunds.get(refund.id()),
                            refund.route() == Route.SHOP ? Account.SHOP : Account.BANK);
                });
    }
}
