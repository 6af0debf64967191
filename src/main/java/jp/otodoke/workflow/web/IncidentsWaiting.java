package jp.otodoke.workflow.web;

import java.util.Set;
import jp.otodoke.shared.pages.WaitingWork;
import jp.otodoke.workflow.Incidents;
import org.springframework.stereotype.Component;

/** How many steps wait to be mended. */
@Component
class IncidentsWaiting implements WaitingWork {
    private final Incidents incidents;

    IncidentsWaiting(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public String path() {
        return "/incidents";
    }

    @Override
    public long count(Set<String> roles) {
        return incidents.count();
    }
}
