package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.PlanShipDay;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the ship date. */
@Component
class PlanShipDayDelegate implements JavaDelegate {
    private final PlanShipDay planShipDay;

    PlanShipDayDelegate(PlanShipDay planShipDay) {
        this.planShipDay = planShipDay;
    }

    @Override
    public void execute(DelegateExecution step) {
        planShipDay.plan(BusinessKeys.order(step));
    }
}
