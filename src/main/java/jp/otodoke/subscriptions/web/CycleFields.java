package jp.otodoke.subscriptions.web;

import java.util.List;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.subscriptions.RuleJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A rule as it is typed into the fields of a form; fields of other types than the chosen one are passed over. */
final class CycleFields {
    private static final String BETWEEN = "[,\\s]+";

    private CycleFields() {}

    /** @param gaps days or dates, separated by commas or spaces */
    static RuleJson rule(
            @Nullable String type,
            @Nullable String gaps,
            @Nullable Integer months,
            @Nullable String dayOfMonth,
            @Nullable String nth,
            @Nullable String weekday) {
        var listed = TextNormalizer.clean(gaps);
        return new RuleJson(
                TextNormalizer.orNull(type),
                "GAPS".equals(type) ? numbers(listed) : number(listed),
                months,
                number(dayOfMonth),
                number(nth),
                TextNormalizer.orNull(weekday),
                listed.isEmpty() ? null : List.of(listed.split(BETWEEN)));
    }

    private static @Nullable JsonNode numbers(String written) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var part : written.split(BETWEEN)) {
            var one = number(part);
            if (one != null) {
                list.add(one);
            }
        }
        return list;
    }

    private static @Nullable JsonNode number(@Nullable String written) {
        var text = TextNormalizer.clean(written);
        if (text.isEmpty()) {
            return null;
        }
        return text.matches("\\d{1,6}")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                : JsonNodeFactory.instance.stringNode(text);
    }
}
