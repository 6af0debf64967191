package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ReportParcelLost;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the parcel as lost; the resulting delivery exception is then resolved like any other. */
@Component
class ReportParcelLostDelegate implements JavaDelegate {
    private final ReportParcelLost reportParcelLost;

    ReportParcelLostDelegate(ReportParcelLost reportParcelLost) {
        this.reportParcelLost = reportParcelLost;
    }

    @Override
    public void execute(DelegateExecution step) {
        reportParcelLost.report(BusinessKeys.shipment(step));
    }
}
