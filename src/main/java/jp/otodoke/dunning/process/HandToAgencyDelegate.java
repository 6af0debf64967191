package jp.otodoke.dunning.process;

import jp.otodoke.dunning.HandToAgency;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the case over to the collection agency. */
@Component
class HandToAgencyDelegate implements JavaDelegate {
    private final HandToAgency handToAgency;

    HandToAgencyDelegate(HandToAgency handToAgency) {
        this.handToAgency = handToAgency;
    }

    @Override
    public void execute(DelegateExecution step) {
        handToAgency.handOver(DunningConditions.id(step));
    }
}
