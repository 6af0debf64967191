package jp.otodoke.payments;

import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Above which amounts a refund takes a second person. */
@Component
class RefundLimits {
    private final Yen withoutApproval;
    private final Yen toCardByRule;

    RefundLimits(
            @Value("${otodoke.refunds.approval-above:10000}") long withoutApproval,
            @Value("${otodoke.refunds.card-approval-above:100000}") long toCardByRule) {
        this.withoutApproval = Yen.of(withoutApproval);
        this.toCardByRule = Yen.of(toCardByRule);
    }

    /** Whether what a person asks for waits for another. */
    boolean needsApproval(Yen amount) {
        return amount.isMoreThan(withoutApproval);
    }

    /** Whether what goes back to the card that paid it, because an order was cancelled or came back, waits for a person. */
    boolean needsApprovalByRule(Yen amount) {
        return amount.isMoreThan(toCardByRule);
    }
}
