package jp.otodoke.dunning;

import jp.otodoke.payments.RetryCard;
import org.springframework.stereotype.Component;

/** The card is charged once more. What 口座振替 takes, the next cycle takes by itself. */
@Component
class RetryPayment implements DunningAction {
    private final RetryCard retryCard;

    RetryPayment(RetryCard retryCard) {
        this.retryCard = retryCard;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.RETRY;
    }

    @Override
    public String act(DunningCase one, long step) {
        return one.order().filter(retryCard::retry).isPresent() ? "retried" : "nothing-to-retry";
    }
}
