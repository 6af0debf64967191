package jp.otodoke.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the engine's jobs from the moment when all beans are there. The engine itself would begin while
 * the application is still coming up: what a step announces then is heard by no {@code @EventListener}
 * yet, and half of its work would be committed.
 */
@Component
class JobExecutorStart implements SmartLifecycle {
    private final JobExecutor executor;
    private final boolean active;

    /** @param engine is there before its jobs are run */
    JobExecutorStart(ProcessEngine engine, @Value("${otodoke.jobs.active:true}") boolean active) {
        this.executor = ((SpringProcessEngineConfiguration) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.active = active;
    }

    @Override
    public void start() {
        if (active) {
            executor.start();
        }
    }

    @Override
    public void stop() {
        executor.shutdown();
    }

    @Override
    public boolean isRunning() {
        return executor.isActive();
    }
}
