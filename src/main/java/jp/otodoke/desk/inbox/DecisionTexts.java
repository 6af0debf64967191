package jp.otodoke.desk.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.TaskKinds;
import jp.otodoke.platform.pages.Formats;
import org.springframework.stereotype.Component;

/** What is said of the decisions of a task: by the message files, and in numbers by its kind. */
@Component
class DecisionTexts {
    private final Formats formats;
    private final TaskKinds kinds;

    DecisionTexts(Formats formats, TaskKinds kinds) {
        this.kinds = kinds;
        this.formats = formats;
    }

    /** What a decision asks for besides, where it does. */
    Map<String, List<String>> fields(OpenTask task) {
        var kind = kinds.of(task.type());
        var fields = new LinkedHashMap<String, List<String>>();
        for (var decision : task.decisions()) {
            var names = kind.fields(decision);
            if (!names.isEmpty()) {
                fields.put(decision, names);
            }
        }
        return fields;
    }

    /** What will follow from each in numbers. */
    Map<String, String> consequences(List<OpenTask> tasks, List<String> decisions) {
        var follows = new LinkedHashMap<String, String>();
        decisions.forEach(decision ->
                follows.put(decision, formats.said(kinds.of(tasks.get(0).type()).consequences(tasks, decision))));
        return follows;
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
        return decision.equals(TaskKind.CLOSE) ? formats.text("inbox.then.closed", "") : "";
    }
}
