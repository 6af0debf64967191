package jp.otodoke.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/** The texts in the rules of a decision table. */
final class DecisionTexts {
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    /** A condition that lists texts; other conditions may have texts that are only parts of what they ask for. */
    private static final Pattern LISTED = Pattern.compile("(?:not\\()?\\s*\"[^\"]*\"(?:\\s*,\\s*\"[^\"]*\")*\\s*\\)?");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final DmnModelInstance model;

    DecisionTexts(DmnModelInstance model) {
        this.model = model;
    }

    /** The texts that rules give whenever they apply, by output. */
    Map<String, Set<String>> outcomes() {
        var outcomes = new TreeMap<String, Set<String>>();
        for (var rule : model.getModelElementsByType(Rule.class)) {
            results(rule).forEach((output, text) -> {
                var literal = LITERAL.matcher(text);
                if (literal.matches() && !literal.group(1).isEmpty()) {
                    outcomes.computeIfAbsent(output, name -> new TreeSet<>()).add(literal.group(1));
                }
            });
        }
        return outcomes;
    }

    /** Each with the table and the rule. */
    List<String> problems(String table, DecisionCheck check) {
        var problems = new ArrayList<String>();
        for (var one : model.getModelElementsByType(DecisionTable.class)) {
            one.getInputs().stream()
                    .map(DecisionTexts::name)
                    .filter(name ->
                            NAME.matcher(name).matches() && !check.names().contains(name))
                    .map(name -> BilingualText.of("decision.problem.input", name, listed(check.names())))
                    .forEach(problem -> problems.add(table + ".dmn: " + said(problem)));
            one.getOutputs().stream()
                    .map(output -> String.valueOf(output.getName()))
                    .filter(name -> !check.outputs().contains(name))
                    .map(name -> BilingualText.of("decision.problem.output", name, listed(check.outputs())))
                    .forEach(problem -> problems.add(table + ".dmn: " + said(problem)));
        }
        int row = 1;
        for (var rule : model.getModelElementsByType(Rule.class)) {
            var place = "%s.dmn, rule %d (%s): ".formatted(table, row++, rule.getId());
            conditions(rule).forEach((input, text) -> literals(text)
                    .flatMap(value -> check.problem(input, value).stream())
                    .forEach(problem -> problems.add(place + said(problem))));
            results(rule).forEach((output, text) -> wrong(check, output, text)
                    .ifPresent(problem -> problems.add(place + said(problem))));
        }
        return problems;
    }

    private static String listed(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    private static Optional<BilingualText> wrong(DecisionCheck check, String output, String text) {
        var literal = LITERAL.matcher(text);
        if (literal.matches()) {
            return check.problem(output, literal.group(1));
        }
        return NAME.matcher(text).matches() && !check.names().contains(text)
                ? Optional.of(BilingualText.of("decision.problem.name", text))
                : Optional.empty();
    }

    private static String said(BilingualText problem) {
        return problem.japanese() + " / " + problem.english();
    }

    private static Stream<String> literals(String text) {
        return LISTED.matcher(text).matches()
                ? LITERAL.matcher(text).results().map(found -> found.group(1))
                : Stream.empty();
    }

    private static Map<String, String> results(Rule rule) {
        var results = new TreeMap<String, String>();
        var outputs = table(rule).getOutputs().iterator();
        rule.getOutputEntries().forEach(entry -> results.put(outputs.next().getName(), text(entry.getText())));
        return results;
    }

    private static Map<String, String> conditions(Rule rule) {
        var conditions = new TreeMap<String, String>();
        var inputs = table(rule).getInputs().iterator();
        rule.getInputEntries().forEach(entry -> conditions.put(name(inputs.next()), text(entry.getText())));
        return conditions;
    }

    private static String name(Input input) {
        return text(input.getInputExpression().getText()).replaceAll("^\\$\\{|\\}$", "");
    }

    private static DecisionTable table(Rule rule) {
        return (DecisionTable) rule.getParentElement();
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
