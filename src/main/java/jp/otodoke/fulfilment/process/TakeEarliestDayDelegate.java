package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.PlanShipDay;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drops the requested delivery date. */
@Component
class TakeEarliestDayDelegate implements JavaDelegate {
    private final PlanShipDay planShipDay;

    TakeEarliestDayDelegate(PlanShipDay planShipDay) {
        this.planShipDay = planShipDay;
    }

    @Override
    public void execute(DelegateExecution step) {
        planShipDay.earliest(BusinessKeys.order(step));
    }
}
