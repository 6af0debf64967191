package jp.otodoke.workflow;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.workflow.Incidents.Incident;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Resolves an incident in the engine, by retrying the step or skipping it. */
@Component
class ProcessModification {
    private final ManagementService management;
    private final RuntimeService runtime;
    private final Incidents incidents;
    private final BusinessClock clock;

    ProcessModification(
            ManagementService management, RuntimeService runtime, Incidents incidents, BusinessClock clock) {
        this.management = management;
        this.runtime = runtime;
        this.incidents = incidents;
        this.clock = clock;
    }

    void move(Incident incident, IncidentResolution.Kind kind) {
        if (kind == IncidentResolution.Kind.RETRY) {
            retry(Objects.requireNonNull(incident.job()));
        } else {
            skip(incident);
        }
    }

    /** Due immediately: after the last failure the engine had set the due date as if for another retry. */
    private void retry(String job) {
        management.setJobDuedate(job, Date.from(clock.instant()));
        management.setJobRetries(job, 1);
    }

    /** @throws Refusal if the model does not allow it */
    void skip(Incident incident) {
        if (!incidents.skippable(incident)) {
            throw Refusal.invalid("resolution.not-skippable");
        }
        var change = runtime.createProcessInstanceModification(incident.instance())
                .startAfterActivity(incident.failedStep());
        if (incident.step().equals(incident.failedStep())) {
            waitingAt(incident).forEach(change::cancelTransitionInstance);
        } else {
            management.deleteJob(Objects.requireNonNull(incident.job()));
        }
        change.execute();
    }

    private List<String> waitingAt(Incident incident) {
        return Arrays.stream(runtime.getActivityInstance(incident.instance()).getTransitionInstances(incident.step()))
                .map(t -> t.getId())
                .toList();
    }
}
