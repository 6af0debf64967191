package jp.otodoke.workflow;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads the executions of many cases, what they wait for and since when, by three questions, where the engine asks half a
 * dozen for each case. Lives as long as a command.
 */
class ExecutionTrees implements Session {
    private final Map<String, Date> startTimes = new HashMap<>();

    /** Those of the command that is running. */
    static ExecutionTrees ofCommand() {
        return Context.getCommandContext().getSession(ExecutionTrees.class);
    }

    /**
     * Reads the cases with these process instances at their roots, with all processes that they call, into the command
     * that is running. Nothing of them may have been read by it before.
     */
    void read(Collection<String> roots) {
        var ids = Map.of("roots", roots.stream().distinct().toArray(String[]::new));
        List<ExecutionEntity> executions = select(EngineRows.EXECUTIONS, ids);
        List<EventSubscriptionEntity> subscriptions = select(EngineRows.SUBSCRIPTIONS, ids);
        var byInstance = executions.stream().collect(groupingBy(ExecutionEntity::getProcessInstanceId));
        var waiting = subscriptions.stream().collect(groupingBy(EventSubscriptionEntity::getExecutionId));
        byInstance.values().forEach(tree -> restore(tree, waiting));
        readStartTimes(executions);
    }

    /** When a step began at which a case stood when it was read. */
    @Nullable
    Date startTime(String step) {
        return startTimes.get(step);
    }

    private void readStartTimes(List<ExecutionEntity> executions) {
        var steps = executions.stream()
                .map(ExecutionEntity::getActivityInstanceId)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        List<Map<String, Object>> rows = select(EngineRows.START_TIMES, Map.of("steps", steps));
        rows.forEach(row -> startTimes.put((String) row.get("id"), (Date) row.get("start")));
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

    @Override
    public void flush() {}

    @Override
    public void close() {}

    static class Factory implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return ExecutionTrees.class;
        }

        @Override
        public Session openSession() {
            return new ExecutionTrees();
        }
    }
}
