package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ReportParcelLost;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The parcel is taken as lost; what then becomes of it is decided as with any other trouble. */
@Component
class ReportParcelLostDelegate implements JavaDelegate {
    private final ReportParcelLost reportParcelLost;

    ReportParcelLostDelegate(ReportParcelLost reportParcelLost) {
        this.reportParcelLost = reportParcelLost;
    }

    @Override
    public void execute(DelegateExecution step) {
        reportParcelLost.report(step.getProcessBusinessKey());
    }
}
