package jp.otodoke.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.jspecify.annotations.Nullable;

/** A decision table that is not deployed. */
public final class DraftDecision {
    private final List<String> problems;
    private final @Nullable DmnEngine engine;
    private final @Nullable DmnDecision table;

    DraftDecision(List<String> problems, @Nullable DmnEngine engine, @Nullable DmnDecision table) {
        this.problems = problems;
        this.engine = engine;
        this.table = table;
    }

    /** Why it can't be used, each in both languages; empty if it can. */
    public List<String> problems() {
        return problems;
    }

    /**
     * As {@link DecisionRules#decide}.
     *
     * @throws Undecided no rule applies, or the one that does can't be evaluated
     */
    public Map<String, String> decide(Map<String, String> inputs) {
        try {
            var result = Objects.requireNonNull(engine)
                    .evaluateDecisionTable(Objects.requireNonNull(table), new TreeMap<>(inputs))
                    .getSingleResult();
            if (result == null) {
                throw new Undecided("No rule of the draft applies to " + inputs);
            }
            return result.getEntryMap().entrySet().stream()
                    .filter(one -> one.getValue() != null)
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> String.valueOf(one.getValue())));
        } catch (DmnEngineException | FeelException fault) {
            throw new Undecided("The draft can't be evaluated for " + inputs, fault);
        }
    }
}
