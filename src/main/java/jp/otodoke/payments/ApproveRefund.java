package jp.otodoke.payments;

import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approves a refund that somebody else has asked for, or the rules propose, and sends it on its way. */
@Component
public class ApproveRefund {
    private final Payments payments;
    private final Refunds refunds;
    private final RefundExcess refundExcess;
    private final CarryOutRefund carryOut;
    private final RefundTasks tasks;
    private final Timeline timeline;

    ApproveRefund(
            Payments payments,
            Refunds refunds,
            RefundExcess refundExcess,
            CarryOutRefund carryOut,
            RefundTasks tasks,
            Timeline timeline) {
        this.payments = payments;
        this.refunds = refunds;
        this.refundExcess = refundExcess;
        this.carryOut = carryOut;
        this.tasks = tasks;
        this.timeline = timeline;
    }

    /**
     * Has no effect on one that is approved already.
     *
     * @param by user name
     * @throws Refusal if it is unknown (not found), the same person has asked for it (forbidden), or it came to nothing or the
     *     cards take less back (conflict)
     */
    @Transactional
    public Refund approve(long id, String by) {
        var refund = refunds.locked(id);
        if (refund.requestedBy().equals(by)) {
            throw Refusal.forbidden("refund.approve.same-person");
        }
        if (refund.status() == Status.FAILED) {
            throw Refusal.conflict("refund.ended", id, BilingualText.of("status.refund." + refund.status()));
        }
        if (refunds.approve(id, by)) {
            carryOut(refunds.get(id), refund.proposedByTheRules(), by);
        }
        return refunds.get(id);
    }

    private void carryOut(Refund approved, boolean proposedByTheRules, String by) {
        var payment = payments.findById(approved.order()).orElseThrow();
        tasks.decided(approved.id());
        carryOut.carryOut(payment, approved);
        if (proposedByTheRules) {
            refundExcess.partIsDecided(payment);
        }
        payments.saveAndFlush(payment);
        timeline.add(
                approved.order(),
                "REFUND_APPROVED",
                BilingualText.of(
                        "timeline.refund-approved",
                        approved.amount(),
                        BilingualText.of("refund-route." + approved.route())),
                by);
    }
}
