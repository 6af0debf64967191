package jp.otodoke.workflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.workflow.DecisionTables.Heading;
import jp.otodoke.workflow.DecisionTables.Line;
import jp.otodoke.workflow.DecisionTables.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Renders a decision table as sentences: {@code > 300000} for the total reads "the total is over ¥300,000". The
 * texts are in the messages {@code decision.<table>.…}; anything without a message, such as a rule added later, is
 * rendered from the table's own labels.
 */
@Component
class DecisionTableTexts {
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*(-?\\d+)");
    private static final Pattern RANGE = Pattern.compile("\\[\\s*(-?\\d+)\\s*\\.\\.\\s*(-?\\d+)\\s*]");
    private static final Pattern LISTED = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    Read read(Table table) {
        var rules = table.lines().stream().map(line -> rule(table, line)).toList();
        var unused = IntStream.range(0, table.inputs().size())
                .filter(i -> table.lines().stream()
                        .allMatch(l -> l.conditions().get(i).isEmpty()))
                .mapToObj(i -> label(table, table.inputs().get(i)))
                .toList();
        return new Read(table.id(), table.name(), table.version(), table.hitPolicy(), words(table), rules, unused);
    }

    /** What a table decides is its own, so are the words above its columns. */
    private Words words(Table table) {
        return new Words(
                word(table, "lead"),
                word(table, "when"),
                word(table, "then"),
                word(table, "remark"),
                word(table, "always"));
    }

    private String word(Table table, String place) {
        var general = "decision." + place;
        return text(key(table) + ".words." + place, text(general, general));
    }

    private Rule rule(Table table, Line line) {
        var conditions = new ArrayList<Said>();
        for (int i = 0; i < line.conditions().size(); i++) {
            var raw = line.conditions().get(i);
            if (!raw.isEmpty()) {
                var input = table.inputs().get(i);
                conditions.add(new Said(condition(table, input, raw), input.id() + ": " + raw));
            }
        }
        var results = new ArrayList<Said>();
        for (int i = 0; i < line.results().size(); i++) {
            var raw = line.results().get(i);
            var output = table.outputs().get(i);
            results.add(new Said(value(key(table, output), output.id(), raw), output.id() + ": " + raw));
        }
        var remark = text(key(table) + ".rule." + line.id(), line.remark());
        return new Rule(conditions, results, remark);
    }

    /** A complete sentence if there is a message for this value, otherwise the label with its condition. */
    private String condition(Table table, Heading input, String raw) {
        var key = key(table, input);
        var sentence = optional(key + "." + raw);
        return sentence == null
                ? text("decision.said", raw, label(table, input), value(key, input.id(), raw))
                : sentence;
    }

    private String value(String key, String name, String raw) {
        var negated = NOT.matcher(raw);
        if (negated.matches()) {
            return text("decision.not", raw, value(key, name, negated.group(1).strip()));
        }
        var compared = COMPARED.matcher(raw);
        if (compared.matches()) {
            return text("decision.op." + compared.group(1), raw, number(key, compared.group(2)));
        }
        var range = RANGE.matcher(raw);
        if (range.matches()) {
            return text("decision.range", raw, number(key, range.group(1)), number(key, range.group(2)));
        }
        if (LISTED.matcher(raw).matches()) {
            return QUOTED.matcher(raw)
                    .results()
                    .map(code -> code(key, name, code.group(1)))
                    .collect(Collectors.joining(text("decision.or", ", ")));
        }
        return text("decision.value." + raw, raw.matches("-?\\d+") ? number(key, raw) : raw);
    }

    /** The name of the code for this table, otherwise its general name ({@code method.CREDIT_CARD}). */
    private String code(String key, String name, String code) {
        return Stream.of(key + "." + code, name + "." + code)
                .flatMap(k -> Stream.ofNullable(optional(k)))
                .findFirst()
                .orElse(code);
    }

    private String number(String key, String digits) {
        var number = "%,d".formatted(Long.parseLong(digits));
        return text(key + ".number", number, number);
    }

    private String label(Table table, Heading input) {
        return text(key(table, input), input.label());
    }

    private static String key(Table table) {
        return "decision." + table.id();
    }

    private static String key(Table table, Heading heading) {
        return key(table) + "." + heading.id();
    }

    private @Nullable String optional(String key) {
        return BilingualText.known(key)
                .map(text -> text.in(LocaleContextHolder.getLocale()))
                .orElse(null);
    }

    private String text(String key, String otherwise, Object... arguments) {
        return BilingualText.withDefault(otherwise, key, arguments).in(LocaleContextHolder.getLocale());
    }

    /** @param unused inputs that no rule uses */
    record Read(
            String id,
            String name,
            int version,
            String hitPolicy,
            Words words,
            List<Rule> rules,
            List<String> unused) {}

    /**
     * @param lead what the table is about
     * @param always instead of conditions, where a rule has none
     */
    record Words(String lead, String when, String then, String remark, String always) {}

    record Rule(List<Said> conditions, List<Said> results, String remark) {}

    /** @param raw the original text in the DMN file, for editors of the table */
    record Said(String words, String raw) {}
}
