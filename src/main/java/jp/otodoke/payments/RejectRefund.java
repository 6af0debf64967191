package jp.otodoke.payments;

import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Refuses a refund, or takes it back, while nobody outside knows of it. What is due stays due, for another route. */
@Component
public class RejectRefund {
    private final Payments payments;
    private final Refunds refunds;
    private final RefundExcess refundExcess;
    private final RefundTasks tasks;
    private final Timeline timeline;

    RejectRefund(Payments payments, Refunds refunds, RefundExcess refundExcess, RefundTasks tasks, Timeline timeline) {
        this.payments = payments;
        this.refunds = refunds;
        this.refundExcess = refundExcess;
        this.tasks = tasks;
        this.timeline = timeline;
    }

    /**
     * @param by user name
     * @throws InvalidInput if no reason is given
     * @throws Refusal if it is unknown (not found), is with gateway or bank, has ended, or is only proposed by the rules, to
     *     which a route has to be chosen (conflict)
     */
    @Transactional
    public Refund reject(long id, @Nullable String why, String by) {
        if (TextNormalizer.blank(why)) {
            throw new InvalidInput("reason", "required", BilingualText.of("refund.problem.reject"));
        }
        var reason = TextNormalizer.clean(why);
        var refund = refunds.locked(id);
        if (refund.isStillHere() && !refund.mayBeRejected()) {
            throw Refusal.conflict("refund.reject.owed", refund.order());
        }
        if (!refunds.reject(id, reason)) {
            throw Refusal.conflict("refund.ended", id, BilingualText.of("status.refund." + refund.status()));
        }
        tasks.decided(id);
        var payment = payments.findById(refund.order()).orElseThrow();
        refundExcess.excess(payment);
        timeline.add(
                refund.order(),
                "REFUND_REJECTED",
                BilingualText.of("timeline.refund-rejected", refund.amount(), reason),
                by);
        return refunds.get(id);
    }
}
