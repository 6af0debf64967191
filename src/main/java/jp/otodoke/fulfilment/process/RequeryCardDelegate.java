package jp.otodoke.fulfilment.process;

import jp.otodoke.payments.RequeryCard;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the card gateway again for the result. */
@Component
class RequeryCardDelegate implements JavaDelegate {
    private final RequeryCard requeryCard;

    RequeryCardDelegate(RequeryCard requeryCard) {
        this.requeryCard = requeryCard;
    }

    @Override
    public void execute(DelegateExecution step) {
        requeryCard.ask(BusinessKeys.order(step));
    }
}
