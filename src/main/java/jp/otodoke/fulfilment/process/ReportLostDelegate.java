package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ReportLost;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The parcel is taken as lost; what then becomes of it is decided as with any other trouble. */
@Component
class ReportLostDelegate implements JavaDelegate {
    private final ReportLost reportLost;

    ReportLostDelegate(ReportLost reportLost) {
        this.reportLost = reportLost;
    }

    @Override
    public void execute(DelegateExecution step) {
        reportLost.report(step.getProcessBusinessKey());
    }
}
