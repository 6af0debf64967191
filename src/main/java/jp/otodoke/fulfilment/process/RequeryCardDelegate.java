package jp.otodoke.fulfilment.process;

import jp.otodoke.payments.RequeryCard;
import jp.otodoke.payments.RequeryDeferred;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks card gateway or provider of 後払い again for the result. */
@Component
class RequeryCardDelegate implements JavaDelegate {
    private final RequeryCard requeryCard;
    private final RequeryDeferred requeryDeferred;

    RequeryCardDelegate(RequeryCard requeryCard, RequeryDeferred requeryDeferred) {
        this.requeryCard = requeryCard;
        this.requeryDeferred = requeryDeferred;
    }

    @Override
    public void execute(DelegateExecution step) {
        requeryCard.ask(BusinessKeys.order(step));
        requeryDeferred.ask(BusinessKeys.order(step));
    }
}
