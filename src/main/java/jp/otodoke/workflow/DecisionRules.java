package jp.otodoke.workflow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Decides by the deployed decision tables in memory, for what is decided about every order: without a question and without an
 * entry in the history. A new version takes effect on all nodes within a minute.
 */
@Component
public class DecisionRules {
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");

    private final RepositoryService repository;
    private final LoadingCache<String, Rules> tables =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(this::load);

    DecisionRules(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * @param inputs all that the table's conditions and results may name
     * @return the results of the rule that applies, by output
     * @throws NoSuchElementException no rule applies
     */
    public Map<String, String> decide(String table, Map<String, String> inputs) {
        return tables.get(table).decide(inputs);
    }

    /** The texts that rules of the table give as this output, whenever they apply. */
    public Set<String> outcomes(String table, String output) {
        return tables.get(table).outcomes().getOrDefault(output, Set.of());
    }

    private Rules load(String table) {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
        var model = repository.getDmnModelInstance(definition.getId());
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        var outcomes = new TreeMap<String, Set<String>>();
        for (var rule : model.getModelElementsByType(Rule.class)) {
            var outputs = ((DecisionTable) rule.getParentElement()).getOutputs().iterator();
            for (var entry : rule.getOutputEntries()) {
                var literal = LITERAL.matcher(text(entry));
                var output = outputs.next().getName();
                if (literal.matches()) {
                    outcomes.computeIfAbsent(output, name -> new TreeSet<>()).add(literal.group(1));
                }
            }
        }
        return new Rules(
                engine,
                engine.parseDecision(table, model),
                outcomes,
                Caffeine.newBuilder().maximumSize(10_000).build());
    }

    private static String text(OutputEntry entry) {
        return entry.getText() == null ? "" : entry.getText().getTextContent().strip();
    }

    /** @param answers by inputs: many orders share theirs */
    private record Rules(
            DmnEngine engine,
            DmnDecision table,
            Map<String, Set<String>> outcomes,
            Cache<Map<String, String>, Map<String, String>> answers) {
        Map<String, String> decide(Map<String, String> inputs) {
            return answers.get(inputs, this::evaluate);
        }

        private Map<String, String> evaluate(Map<String, String> inputs) {
            var result = engine.evaluateDecisionTable(table, new TreeMap<String, Object>(inputs))
                    .getSingleResult();
            if (result == null) {
                throw new NoSuchElementException("No rule of " + table.getKey() + " applies to " + inputs);
            }
            return result.getEntryMap().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> String.valueOf(one.getValue())));
        }
    }
}
