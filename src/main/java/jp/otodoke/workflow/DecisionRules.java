package jp.otodoke.workflow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Decides by the deployed decision tables in memory, for what is decided about every order: without a question and without an
 * entry in the history. A new version takes effect on all nodes within a minute, unless it is refused: then nothing starts with
 * it, and what runs goes on with the version before.
 */
@Component
public class DecisionRules implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(DecisionRules.class);

    private final RepositoryService repository;
    private final Map<String, DecisionCheck> checks = new ConcurrentHashMap<>();
    private final LoadingCache<String, Rules> tables =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(this::load);

    DecisionRules(RepositoryService repository) {
        this.repository = repository;
    }

    /** The table is not used unless all that its rules name passes. */
    public void check(String table, DecisionCheck check) {
        checks.put(table, check);
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var table : checks.keySet()) {
            var problems = problems(table, latest(table));
            if (!problems.isEmpty()) {
                throw new RefusedDecisionTable(problems);
            }
        }
    }

    /**
     * @param inputs all that the table's conditions and results may name
     * @return the results of the rule that applies, by output; those that it leaves empty are missing
     * @throws Undecided no rule applies, or the one that does can't be evaluated
     */
    public Map<String, String> decide(String table, Map<String, String> inputs) {
        return tables.get(table).decide(inputs);
    }

    /**
     * As {@link #decide}, of a table of which several rules may apply, each of which counts.
     *
     * @return what they give as this output; none if no rule applies
     */
    public List<String> collect(String table, Map<String, Object> inputs, String output) {
        return tables.get(table).collect(inputs, output);
    }

    /** The texts that rules of the table give as this output, whenever they apply. */
    public Set<String> outcomes(String table, String output) {
        return tables.get(table).outcomes().getOrDefault(output, Set.of());
    }

    private Rules load(String table) {
        var definition = latest(table);
        var problems = problems(table, definition);
        return problems.isEmpty() ? rules(table, definition) : before(table, problems);
    }

    private Rules before(String table, List<String> problems) {
        problems.forEach(problem -> log.error("The latest version is not used: {}", problem));
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .filter(version -> problems(table, version).isEmpty())
                .findFirst()
                .map(version -> rules(table, version))
                .orElseThrow(() -> new RefusedDecisionTable(problems));
    }

    private DecisionDefinition latest(String table) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
    }

    private List<String> problems(String table, DecisionDefinition definition) {
        return Optional.ofNullable(checks.get(table))
                .map(check ->
                        new DecisionTexts(repository.getDmnModelInstance(definition.getId())).problems(table, check))
                .orElse(List.of());
    }

    private Rules rules(String table, DecisionDefinition definition) {
        var model = repository.getDmnModelInstance(definition.getId());
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        return new Rules(
                engine,
                engine.parseDecision(table, model),
                new DecisionTexts(model).outcomes(),
                Caffeine.newBuilder().maximumSize(10_000).build());
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

        List<String> collect(Map<String, Object> inputs, String output) {
            return evaluated(inputs).collectEntries(output).stream()
                    .map(String::valueOf)
                    .toList();
        }

        private DmnDecisionTableResult evaluated(Map<String, Object> inputs) {
            try {
                return engine.evaluateDecisionTable(table, inputs);
            } catch (DmnEngineException | FeelException fault) {
                throw new Undecided(table.getKey() + " can't be evaluated for " + inputs, fault);
            }
        }

        private Map<String, String> evaluate(Map<String, String> inputs) {
            try {
                var result = evaluated(new TreeMap<>(inputs)).getSingleResult();
                if (result == null) {
                    throw new Undecided("No rule of " + table.getKey() + " applies to " + inputs);
                }
                return result.getEntryMap().entrySet().stream()
                        .filter(one -> one.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> String.valueOf(one.getValue())));
            } catch (DmnEngineException fault) {
                throw new Undecided(table.getKey() + " can't be evaluated for " + inputs, fault);
            }
        }
    }
}
