package jp.otodoke.workflow;

import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a failed job is tried again. The engine knows pauses for steps and timers; jobs that deliver a message get
 * the same.
 */
class RetryAfterPauses extends DefaultJobRetryCmd {
    private final String pauses;

    RetryAfterPauses(String job, Throwable fault, String pauses) {
        super(job, fault);
        this.pauses = pauses;
    }

    @Override
    public @Nullable ActivityImpl getCurrentActivity(CommandContext context, JobEntity job) {
        if (!delivers(job)) {
            return super.getCurrentActivity(context, job);
        }
        var subscription =
                context.getEventSubscriptionManager().findEventSubscriptionById(job.getJobHandlerConfigurationRaw());
        return subscription == null ? null : subscription.getActivity();
    }

    @Override
    public @Nullable FailedJobRetryConfiguration getFailedJobRetryConfiguration(JobEntity job, ActivityImpl activity) {
        return delivers(job)
                ? ParseUtil.parseRetryIntervals(pauses)
                : super.getFailedJobRetryConfiguration(job, activity);
    }

    private static boolean delivers(JobEntity job) {
        return ProcessEventJobHandler.TYPE.equals(job.getJobHandlerType());
    }
}
