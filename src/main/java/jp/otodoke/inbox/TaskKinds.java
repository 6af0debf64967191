package jp.otodoke.inbox;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of task contributed by the modules. */
@Component
public class TaskKinds {
    /** The subject kind of such tasks is unknown as well. */
    private static final String UNKNOWN = "UNKNOWN";

    private final ObjectProvider<TaskKind> contributed;
    private volatile @Nullable Map<String, TaskKind> byType;

    TaskKinds(ObjectProvider<TaskKind> contributed) {
        this.contributed = contributed;
    }

    /** Tasks of a kind that no module contributes any more can only be closed, by operations or their group. */
    public TaskKind of(String type) {
        var kind = byType().get(type);
        return kind == null ? new KindToClose(type, UNKNOWN, StaffGroup.OPERATIONS) : kind;
    }

    public boolean isContributed(String type) {
        return byType().containsKey(type);
    }

    ProcessTaskKind ofProcess(String type) {
        if (of(type) instanceof ProcessTaskKind kind) {
            return kind;
        }
        throw new IllegalStateException("No kind of task is contributed for the user task " + type);
    }

    /** Whether the kind carries out the decision itself, rather than the waiting process. */
    boolean executesDecision(OpenTask task, String decision) {
        return task.engineTaskId() == null
                || (of(task.type()) instanceof ProcessTaskKind kind
                        && kind.decisions().contains(decision));
    }

    List<String> decisions(String type) {
        var decisions = of(type).decisions();
        return decisions.isEmpty() ? List.of(TaskKind.CLOSE) : decisions;
    }

    private Map<String, TaskKind> byType() {
        var known = byType;
        if (known == null) {
            known = contributed.stream().collect(toMap(TaskKind::type, Function.identity()));
            byType = known;
        }
        return known;
    }
}
