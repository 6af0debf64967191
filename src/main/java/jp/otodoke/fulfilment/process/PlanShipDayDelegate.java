package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.PlanShipDay;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the ship date. */
@Component
class PlanShipDayDelegate implements JavaDelegate {
    private final AllocateTogether together;
    private final PlanShipDay planShipDay;

    PlanShipDayDelegate(AllocateTogether together, PlanShipDay planShipDay) {
        this.together = together;
        this.planShipDay = planShipDay;
    }

    @Override
    public void execute(DelegateExecution step) {
        var order = BusinessKeys.order(step);
        if (!together.takePlanned(order)) {
            planShipDay.plan(order);
        }
    }
}
