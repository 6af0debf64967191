package jp.otodoke.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.pages.Show;
import jp.otodoke.workflow.OpenTask;
import org.springframework.stereotype.Component;

/** What a decision asks for besides, as {@code task.<type>.<CODE>.fields} says. */
@Component
class DecisionFields {
    private final Show show;

    DecisionFields(Show show) {
        this.show = show;
    }

    Map<String, List<String>> of(OpenTask task) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var decision : task.decisions()) {
            var names = show.text("task.%s.%s.fields".formatted(task.type(), decision), "");
            if (!names.isEmpty()) {
                fields.put(decision, List.of(names.split(",")));
            }
        }
        return fields;
    }
}
