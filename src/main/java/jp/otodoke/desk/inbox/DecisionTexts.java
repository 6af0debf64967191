package jp.otodoke.desk.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskField;
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

    /** What each decision asks for besides, as proposed for the task. */
    Map<String, List<Input>> inputs(OpenTask task) {
        return inputs(task, decision -> kinds.of(task.type()).proposedValues(task, decision));
    }

    /** What each decision of such a task asks for besides, as typed before. */
    Map<String, List<Input>> inputs(OpenTask task, Map<String, String> typed) {
        return inputs(task, decision -> typed);
    }

    private Map<String, List<Input>> inputs(OpenTask task, Function<String, Map<String, String>> values) {
        var kind = kinds.of(task.type());
        var inputs = new LinkedHashMap<String, List<Input>>();
        for (var decision : task.decisions()) {
            var fields = kind.fields(decision);
            if (!fields.isEmpty()) {
                var shown = values.apply(decision);
                inputs.put(
                        decision,
                        fields.stream()
                                .map(field -> new Input(field, shown.getOrDefault(field.name(), "")))
                                .toList());
            }
        }
        return inputs;
    }

    /** Those that are refused without a comment. */
    List<String> withComment(OpenTask task) {
        var kind = kinds.of(task.type());
        return task.decisions().stream().filter(kind::commentRequired).toList();
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

    /** A field with its content. */
    record Input(TaskField field, String value) {}
}
