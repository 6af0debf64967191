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

/** Describes the decisions of a task: with texts from the message files, and with figures from its kind. */
@Component
class DecisionTexts {
    private final Formats formats;
    private final TaskKinds kinds;

    DecisionTexts(Formats formats, TaskKinds kinds) {
        this.kinds = kinds;
        this.formats = formats;
    }

    /** The additional input that a decision asks for, if any. */
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

    /** The consequences of each in figures. */
    Map<String, String> consequences(List<OpenTask> tasks, List<String> decisions) {
        var follows = new LinkedHashMap<String, String>();
        decisions.forEach(decision -> follows.put(
                decision, formats.localized(kinds.of(tasks.get(0).type()).consequences(tasks, decision))));
        return follows;
    }

    /**
     * The consequences of each, from {@code task.<type>.<CODE>.follows.<CAUSE>} for the causes, or {@code
     * task.<type>.<CODE>.follows} for all.
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
