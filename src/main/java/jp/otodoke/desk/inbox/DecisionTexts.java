package jp.otodoke.desk.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.platform.pages.Formats;
import org.springframework.stereotype.Component;

/** What the message files say of the decisions of a task. */
@Component
class DecisionTexts {
    private final Formats formats;

    DecisionTexts(Formats formats) {
        this.formats = formats;
    }

    /** What a decision asks for besides, as {@code task.<type>.<CODE>.fields} says. */
    Map<String, List<String>> fields(OpenTask task) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var decision : task.decisions()) {
            var names = formats.text("task.%s.%s.fields".formatted(task.type(), decision), "");
            if (!names.isEmpty()) {
                fields.put(decision, List.of(names.split(",")));
            }
        }
        return fields;
    }

    /**
     * What will follow from each, as {@code task.<type>.<CODE>.follows.<CAUSE>} says of the causes, or
     * {@code task.<type>.<CODE>.follows} of all.
     */
    Map<String, String> follows(OpenTask task, List<String> causes) {
        var follows = new LinkedHashMap<String, String>();
        for (var decision : task.decisions()) {
            var key = "task.%s.%s.follows".formatted(task.type(), decision);
            var ofCauses = causes.stream()
                    .map(cause -> formats.text(key + "." + cause, ""))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
            follows.put(decision, ofCauses.isEmpty() ? formats.text(key, closes(decision)) : ofCauses);
        }
        return follows;
    }

    private String closes(String decision) {
        return decision.equals("DONE") ? formats.text("inbox.then.closed", "") : "";
    }
}
