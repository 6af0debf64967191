package jp.otodoke.fulfilment;

import java.time.YearMonth;
import java.util.List;
import jp.otodoke.payments.MonthEndCheck;
import jp.otodoke.workflow.Incidents;
import org.springframework.stereotype.Component;

/** Orders and shipments whose process has failed may lack a payment or a sale in the books. */
@Component
class IncidentsAtMonthEnd implements MonthEndCheck {
    private final Incidents incidents;

    IncidentsAtMonthEnd(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public List<Line> lines(YearMonth month) {
        return List.of(new Line("incidents", incidents.count(), null, "/incidents", false));
    }
}
