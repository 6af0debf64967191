package jp.otodoke.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the engine's job executor once all beans are ready. Left to itself, the engine would start during start-
 * up, when {@code @EventListener}s do not yet receive the events of a step, so that only part of its work would be
 * committed.
 */
@Component
class JobExecutorStart implements SmartLifecycle {
    private final JobExecutor executor;
    private final boolean active;

    /** @param engine ensures that the engine is ready before its jobs run */
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
