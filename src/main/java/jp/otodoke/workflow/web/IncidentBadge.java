package jp.otodoke.workflow.web;

import jp.otodoke.platform.pages.NavBadge;
import jp.otodoke.workflow.Incidents;
import org.springframework.stereotype.Component;

/** Number of open incidents, as the list has them. */
@Component
class IncidentBadge implements NavBadge {
    private final Incidents incidents;

    IncidentBadge(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public String path() {
        return "/incidents";
    }

    @Override
    public long count() {
        return incidents.count();
    }
}
