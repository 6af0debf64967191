package jp.otodoke.workflow.web;

import jp.otodoke.shared.pages.WaitingWork;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.workflow.Incidents;
import jp.otodoke.workflow.Mendings;
import org.springframework.stereotype.Component;

/** How many steps wait to be mended, and how many outcomes to be looked at by whoever acted. */
@Component
class IncidentsWaiting implements WaitingWork {
    private final Incidents incidents;
    private final Mendings mendings;
    private final CurrentStaff staff;

    IncidentsWaiting(Incidents incidents, Mendings mendings, CurrentStaff staff) {
        this.incidents = incidents;
        this.mendings = mendings;
        this.staff = staff;
    }

    @Override
    public String path() {
        return "/incidents";
    }

    @Override
    public long count() {
        return incidents.count() + mendings.unseen(staff.name()).size();
    }
}
