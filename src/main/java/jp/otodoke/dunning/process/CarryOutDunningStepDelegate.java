package jp.otodoke.dunning.process;

import jp.otodoke.dunning.CarryOutDunningStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Carries out what the calendar has for now. */
@Component
class CarryOutDunningStepDelegate implements JavaDelegate {
    private final CarryOutDunningStep carryOutDunningStep;

    CarryOutDunningStepDelegate(CarryOutDunningStep carryOutDunningStep) {
        this.carryOutDunningStep = carryOutDunningStep;
    }

    @Override
    public void execute(DelegateExecution step) {
        carryOutDunningStep.carryOut(DunningConditions.id(step));
    }
}
