package jp.otodoke.workflow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of the diagrams with their names and properties, read once per version. */
@Component
public class ModelSteps implements StepNames {
    private static final int VERSIONS = 500;

    private final RepositoryService repository;
    private final Cache<String, Map<String, ModelStep>> byDefinition =
            Caffeine.newBuilder().maximumSize(VERSIONS).build();

    ModelSteps(RepositoryService repository) {
        this.repository = repository;
    }

    /** The ids of all processes. */
    public List<String> processes() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getKey)
                .toList();
    }

    /** The steps of a process's latest version in diagram order, by id. */
    public Map<String, ModelStep> steps(String process) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult())
                .map(d -> stepsOf(d.getId()))
                .orElse(Map.of());
    }

    @Override
    public Optional<String> name(String process, String step) {
        return Optional.ofNullable(steps(process).get(step)).map(ModelStep::name);
    }

    Map<String, ModelStep> stepsOf(String definitionId) {
        return byDefinition.get(definitionId, this::read);
    }

    private Map<String, ModelStep> read(String definitionId) {
        var result = new LinkedHashMap<String, ModelStep>();
        for (var node : repository.getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class)) {
            if ((node instanceof Activity && !(node instanceof SubProcess)) || node instanceof CatchEvent) {
                result.put(
                        node.getId(),
                        new ModelStep(
                                node.getId(),
                                name(node),
                                node instanceof Activity || node instanceof IntermediateCatchEvent,
                                waits(node),
                                skippable(node),
                                node instanceof CallActivity call ? call.getCalledElement() : null));
            }
        }
        return result;
    }

    private static String name(FlowNode node) {
        return node.getName() == null ? node.getId() : node.getName();
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof IntermediateCatchEvent
                || node.isCamundaAsyncBefore();
    }

    private static boolean skippable(FlowNode node) {
        var extensions = node.getExtensionElements();
        return extensions != null
                && extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(p -> p.getCamundaProperties().stream())
                        .anyMatch(p -> "skippable".equals(p.getCamundaName()) && "true".equals(p.getCamundaValue()));
    }

    /**
     * @param own whether it is a step by itself, not a boundary event
     * @param waits whether a case can wait there
     * @param skippable whether the model declares the step safe to skip ({@code skippable=true})
     * @param calls the called process; null for any other step
     */
    public record ModelStep(
            String id, String name, boolean own, boolean waits, boolean skippable, @Nullable String calls) {}
}
