package jp.otodoke.workflow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * What was done before a process started at a later step than its first, and therefore does not stand in its history: the
 * shortest way to that step on which nothing waits.
 */
@Component
class StepsBeforeStart {
    private static final int WAYS = 500;

    private final RepositoryService repository;
    private final Cache<Start, List<PassedStep>> ways =
            Caffeine.newBuilder().maximumSize(WAYS).build();

    StepsBeforeStart(RepositoryService repository) {
        this.repository = repository;
    }

    /** The steps from the start event up to this one, which is the last; empty if the diagram has no such way. */
    List<PassedStep> upTo(String definitionId, String step) {
        return ways.get(new Start(definitionId, step), this::find);
    }

    private List<PassedStep> find(Start start) {
        var model = repository.getBpmnModelInstance(start.definitionId());
        var before = new HashMap<FlowNode, FlowNode>();
        var next = new ArrayDeque<FlowNode>();
        for (var process : model.getModelElementsByType(Process.class)) {
            begin(process.getChildElementsByType(StartEvent.class)).forEach(event -> {
                before.put(event, event);
                next.add(event);
            });
        }
        while (!next.isEmpty()) {
            var node = next.remove();
            if (node.getId().equals(start.step())) {
                return way(node, before);
            }
            following(node)
                    .filter(following -> before.putIfAbsent(following, node) == null)
                    .forEach(next::add);
        }
        return List.of();
    }

    private static Stream<? extends FlowNode> following(FlowNode node) {
        if (node instanceof SubProcess inner) {
            return begin(inner.getChildElementsByType(StartEvent.class));
        }
        return waits(node) ? Stream.of() : node.getOutgoing().stream().map(SequenceFlow::getTarget);
    }

    /** Without those that a message or a timer starts. */
    private static Stream<StartEvent> begin(Collection<StartEvent> events) {
        return events.stream().filter(event -> event.getEventDefinitions().isEmpty());
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway;
    }

    private static List<PassedStep> way(FlowNode end, Map<FlowNode, FlowNode> before) {
        var way = new LinkedList<PassedStep>();
        for (var node = end; node != null; node = before.get(node) == node ? null : before.get(node)) {
            way.addFirst(new PassedStep(node.getId(), node.getElementType().getTypeName()));
        }
        return List.copyOf(way);
    }

    /** @param type as the engine's history calls it */
    record PassedStep(String id, String type) {}

    private record Start(String definitionId, String step) {}
}
