package jp.otodoke.payments;

import java.util.Objects;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records to which account a refund is transferred, once the customer has said so. */
@Component
public class GivePayeeAccount {
    private final Refunds refunds;
    private final RefundLimits limits;
    private final RefundTasks tasks;

    GivePayeeAccount(Refunds refunds, RefundLimits limits, RefundTasks tasks) {
        this.refunds = refunds;
        this.limits = limits;
        this.tasks = tasks;
    }

    /**
     * @param by user name
     * @throws Refusal if the refund is unknown (not found), needs no account or has one already (conflict), or the person has
     *     approved it and its sum takes two (forbidden)
     */
    @Transactional
    public Refund give(long id, PayeeAccount account, String by) {
        var refund = refunds.locked(id);
        if (!refund.lacksAccount()) {
            throw Refusal.conflict(
                    "refund.account.not-wanted", id, BilingualText.of("status.refund." + refund.status()));
        }
        if (limits.needsApproval(refund.amount()) && Objects.equals(refund.approvedBy(), by)) {
            throw Refusal.forbidden("refund.account.same-person");
        }
        refunds.toAccount(id, account);
        tasks.accountIsKnown(id);
        return refunds.get(id);
    }
}
