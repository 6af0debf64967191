package jp.otodoke.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deployed decision tables in readable form: headings, rules and remarks. */
@Component
public class DecisionTables {
    private final RepositoryService repository;

    DecisionTables(RepositoryService repository) {
        this.repository = repository;
    }

    public List<Table> all() {
        return repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .orderByDecisionDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(this::table)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Table> table(DecisionDefinition definition) {
        var model = repository.getDmnModelInstance(definition.getId());
        return model.getModelElementsByType(Decision.class).stream()
                .filter(d -> d.getId().equals(definition.getKey()))
                .filter(d -> d.getExpression() instanceof DecisionTable)
                .map(d -> table(definition, d, (DecisionTable) d.getExpression()))
                .findFirst();
    }

    private static Table table(DecisionDefinition definition, Decision decision, DecisionTable table) {
        return new Table(
                definition.getKey(),
                decision.getName(),
                definition.getVersion(),
                table.getHitPolicy().name(),
                table.getInputs().stream().map(DecisionTables::heading).toList(),
                table.getOutputs().stream().map(DecisionTables::heading).toList(),
                table.getRules().stream().map(DecisionTables::line).toList());
    }

    private static Heading heading(Input input) {
        var id = input.getId().replaceFirst("^input-", "");
        return new Heading(id, input.getLabel() == null ? id : input.getLabel());
    }

    private static Heading heading(Output output) {
        return new Heading(output.getName(), output.getLabel() == null ? output.getName() : output.getLabel());
    }

    private static Line line(Rule rule) {
        return new Line(
                rule.getId().replaceFirst("^rule-", ""),
                texts(rule.getInputEntries(), InputEntry::getText),
                texts(rule.getOutputEntries(), OutputEntry::getText),
                remark(rule));
    }

    private static <E extends DmnElement> List<String> texts(Collection<E> entries, Function<E, @Nullable Text> text) {
        return entries.stream()
                .map(e -> {
                    var found = text.apply(e);
                    return found == null ? "" : found.getTextContent().strip();
                })
                .toList();
    }

    private static String remark(Rule rule) {
        Description description = rule.getDescription();
        return description == null ? "" : description.getTextContent().strip();
    }

    /** One table; {@code hitPolicy} decides which of several matching rules applies. */
    public record Table(
            String id,
            String name,
            int version,
            String hitPolicy,
            List<Heading> inputs,
            List<Heading> outputs,
            List<Line> lines) {}

    /** @param label as in the DMN file */
    public record Heading(String id, String label) {}

    /** One rule; an empty condition matches anything. */
    public record Line(String id, List<String> conditions, List<String> results, String remark) {}
}
