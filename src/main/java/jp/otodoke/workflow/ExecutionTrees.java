package jp.otodoke.workflow;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Reads the executions of many cases, and what they wait for, by two questions, where the engine asks half a dozen for
 * each case.
 */
final class ExecutionTrees {
    private ExecutionTrees() {}

    /**
     * Reads the cases with these process instances at their roots, with all processes that they call, into the command
     * that is running. Nothing of them may have been read by it before.
     */
    static void read(Collection<String> roots) {
        var ids = Map.of("roots", roots.stream().distinct().toArray(String[]::new));
        List<ExecutionEntity> executions = select(EngineRows.EXECUTIONS, ids);
        List<EventSubscriptionEntity> subscriptions = select(EngineRows.SUBSCRIPTIONS, ids);
        var byInstance = executions.stream().collect(groupingBy(ExecutionEntity::getProcessInstanceId));
        var waiting = subscriptions.stream().collect(groupingBy(EventSubscriptionEntity::getExecutionId));
        byInstance.values().forEach(tree -> restore(tree, waiting));
    }

    /** What an execution waits for that somebody has begun since the executions were read is left out. */
    private static void restore(List<ExecutionEntity> tree, Map<String, List<EventSubscriptionEntity>> waiting) {
        var subscriptions = tree.stream()
                .flatMap(execution -> waiting.getOrDefault(execution.getId(), List.of()).stream())
                .toList();
        tree.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .forEach(root -> root.restoreProcessInstance(tree, subscriptions, null, null, null, null, null));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> select(String question, Map<String, String[]> ids) {
        return (List<T>) Context.getCommandContext()
                .getDbEntityManager()
                .selectListWithRawParameter(question, ids, 0, Integer.MAX_VALUE);
    }
}
