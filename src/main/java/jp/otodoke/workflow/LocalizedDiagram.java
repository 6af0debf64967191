package jp.otodoke.workflow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/**
 * The diagram of a process in the reader's language: labels in the file are Japanese, translations are in the
 * messages {@code step.<process>.<element>}.
 */
@Component
public class LocalizedDiagram {
    private static final int VERSIONS = 500;

    private final RepositoryService repository;
    private final Cache<String, String> drawn =
            Caffeine.newBuilder().maximumSize(VERSIONS).build();

    LocalizedDiagram(RepositoryService repository) {
        this.repository = repository;
    }

    /** The latest version as BPMN XML. */
    public String of(String process, Locale reader) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw Refusal.notFound("process.not-found", process);
        }
        return drawn.get(definition.getId() + reader.getLanguage(), known -> draw(definition.getId(), process, reader));
    }

    /** Elements without a label in the file stay without one, as the drawing has no space for it. */
    private String draw(String definition, String process, Locale reader) {
        var model = repository.getBpmnModelInstance(definition).clone();
        for (var element : model.getModelElementsByType(FlowElement.class)) {
            if (element.getName() != null) {
                var key = "step." + process + "." + element.getId();
                element.setName(
                        BilingualText.withDefault(element.getName(), key).in(reader));
            }
        }
        return Bpmn.convertToString(model);
    }
}
