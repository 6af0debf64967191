package jp.otodoke.dunning.process;

import jp.otodoke.dunning.PlanDunningAnew;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Goes on with what is planned, or plans anew. */
@Component
class PlanDunningAnewDelegate implements JavaDelegate {
    private final PlanDunningAnew planDunningAnew;

    PlanDunningAnewDelegate(PlanDunningAnew planDunningAnew) {
        this.planDunningAnew = planDunningAnew;
    }

    @Override
    public void execute(DelegateExecution step) {
        planDunningAnew.plan(DunningConditions.id(step));
    }
}
