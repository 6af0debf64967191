package jp.otodoke.workflow;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Creates the incidents of failed jobs, for a message at the event that waits for it: an event subprocess waits at no step
 * of its own.
 */
class MessageIncidents extends DefaultIncidentHandler {
    MessageIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        if (context.getActivityId() == null) {
            context.setActivityId(waitingEvent(context));
        }
        return super.handleIncident(context, message);
    }

    private static @Nullable String waitingEvent(IncidentContext context) {
        var engine = Context.getCommandContext();
        var job = engine.getJobManager().findJobById(context.getConfiguration());
        if (job == null || !ProcessEventJobHandler.TYPE.equals(job.getJobHandlerType())) {
            return null;
        }
        var subscription =
                engine.getEventSubscriptionManager().findEventSubscriptionById(job.getJobHandlerConfigurationRaw());
        return subscription == null ? null : subscription.getActivityId();
    }
}
