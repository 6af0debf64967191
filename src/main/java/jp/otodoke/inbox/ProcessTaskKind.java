package jp.otodoke.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of task that a process waits for: its type is the id of the user task. The diagram has the decisions that the process
 * goes on with; {@link #decisions()} are those that it knows no way for, offered after the others, which end from outside what
 * waits there.
 */
public interface ProcessTaskKind extends TaskKind {
    @Override
    default List<String> decisions() {
        return List.of();
    }

    /** What the task of this case is about. */
    About about(String businessKey);

    /**
     * @param links what else it concerns
     * @param proposed the decision that fits this case best; null for the one that the diagram names first
     * @param senseless decisions of the diagram that lead nowhere in this case and are not offered
     */
    record About(
            TaskReason reason,
            Subject subject,
            List<Subject> links,
            int priority,
            @Nullable String proposed,
            Set<String> senseless) {
        /** What is proposed stands first, here as in every list. */
        List<String> offered(List<String> decisions) {
            return decisions.stream()
                    .filter(decision -> !senseless.contains(decision))
                    .sorted(Comparator.comparing(decision -> !decision.equals(proposed)))
                    .toList();
        }
    }
}
