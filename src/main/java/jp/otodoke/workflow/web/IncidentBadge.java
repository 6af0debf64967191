package jp.otodoke.workflow.web;

import jp.otodoke.platform.pages.NavBadge;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.workflow.IncidentResolutions;
import jp.otodoke.workflow.Incidents;
import org.springframework.stereotype.Component;

/** Number of open incidents, and of outcomes not yet seen by the person who acted. */
@Component
class IncidentBadge implements NavBadge {
    private final Incidents incidents;
    private final IncidentResolutions incidentResolutions;
    private final CurrentStaff staff;

    IncidentBadge(Incidents incidents, IncidentResolutions incidentResolutions, CurrentStaff staff) {
        this.incidents = incidents;
        this.incidentResolutions = incidentResolutions;
        this.staff = staff;
    }

    @Override
    public String path() {
        return "/incidents";
    }

    @Override
    public long count() {
        return incidents.count() + incidentResolutions.unseen(staff.name()).size();
    }
}
