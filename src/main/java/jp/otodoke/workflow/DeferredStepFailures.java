package jp.otodoke.workflow;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Names the step of a job that failed at its commit; otherwise its incident would name the step with which the job
 * began.
 */
@Component
class DeferredStepFailures implements FailedJobCommandFactory {
    private final FailedJobCommandFactory usual =
            (job, fault) -> new RetryAfterPauses(job, fault, EngineConfiguration.RETRY_PAUSES);
    private final ObjectProvider<DeferredSteps> deferredSteps;

    DeferredStepFailures(ObjectProvider<DeferredSteps> deferredSteps) {
        this.deferredSteps = deferredSteps;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        var retry = usual.getCommand(jobId, failure);
        return context -> {
            var job = context.getJobManager().findJobById(jobId);
            if (job != null && job.getFailedActivityId() == null) {
                deferredSteps.stream()
                        .flatMap(steps -> steps.step(failure).stream())
                        .filter(step -> isStepOf(job, step, context))
                        .findFirst()
                        .ifPresent(job::setFailedActivityId);
            }
            return retry.execute(context);
        };
    }

    private static boolean isStepOf(JobEntity job, String step, CommandContext context) {
        return job.getProcessDefinitionId() != null
                && context.getProcessEngineConfiguration()
                                .getDeploymentCache()
                                .findDeployedProcessDefinitionById(job.getProcessDefinitionId())
                                .findActivity(step)
                        != null;
    }
}
