package jp.otodoke.workflow;

import jp.otodoke.inbox.ProcessTasks;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Completes a user task in the engine; gateways read the transient variable {@code decision}. */
@Component
class EngineTasks implements ProcessTasks {
    private final TaskService tasks;

    EngineTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void complete(String processTaskId, String decision) {
        tasks.complete(
                processTaskId,
                Variables.createVariables().putValueTyped("decision", Variables.stringValue(decision, true)));
    }
}
