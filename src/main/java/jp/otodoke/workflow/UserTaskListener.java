package jp.otodoke.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.shared.BusinessClock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds every user task to the inbox, and removes it when the engine ends it. */
@Component
class UserTaskListener extends AbstractBpmnParseListener {
    private final ObjectProvider<Inbox> inbox;
    private final BusinessClock clock;

    UserTaskListener(ObjectProvider<Inbox> inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var properties = properties(element);
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addTaskListener(TaskListener.EVENTNAME_CREATE, task -> open(task, properties));
        TaskListener end = task -> inbox.getObject().ended(task.getId());
        definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, end);
        definition.addTaskListener(TaskListener.EVENTNAME_DELETE, end);
    }

    private void open(DelegateTask task, Map<String, String> properties) {
        var instance = caseOf(((TaskEntity) task).getExecution());
        var process = instance.getProcessDefinition().getKey();
        var key = instance.getBusinessKey();
        inbox.getObject()
                .openFor(new Inbox.EngineTask(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        List.of(properties.getOrDefault("decisions", "DONE").split("\\s*,\\s*")),
                        process,
                        key,
                        dueAt(properties)));
    }

    /** The top-level instance: a task of a called process belongs to the calling case. */
    private static ExecutionEntity caseOf(ExecutionEntity step) {
        var instance = step.getProcessInstance();
        var caller = instance.getSuperExecution();
        return caller == null ? instance : caseOf(caller);
    }

    private Instant dueAt(Map<String, String> properties) {
        return clock.instant().plus(Duration.parse(properties.getOrDefault("due", "P1D")));
    }

    private static Map<String, String> properties(Element userTask) {
        return Optional.ofNullable(userTask.element("extensionElements"))
                .flatMap(e -> Optional.ofNullable(e.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties")))
                .map(p -> p.elements().stream()
                        .collect(Collectors.toMap(e -> e.attribute("name"), e -> e.attribute("value"))))
                .orElse(Map.of());
    }
}
