package jp.otodoke.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of task that a process waits for; its type is the id of the user task. The diagram defines the decisions
 * with which the process continues. {@link #decisions()} are additional ones, offered after those, that are
 * carried out outside the process and end the waiting step.
 */
public interface ProcessTaskKind extends TaskKind {
    @Override
    default List<String> decisions() {
        return List.of();
    }

    /** What the task of this case is about. */
    About about(String businessKey);

    /**
     * @param links further subjects it concerns
     * @param proposed the most suitable decision in this case; null for the diagram's first one
     * @param unsuitable decisions of the diagram that make no sense in this case and are not offered
     */
    record About(
            TaskReason reason,
            Subject subject,
            List<Subject> links,
            int priority,
            @Nullable String proposed,
            Set<String> unsuitable) {
        /** The proposed decision comes first, as in every list. */
        List<String> offered(List<String> decisions) {
            return decisions.stream()
                    .filter(decision -> !unsuitable.contains(decision))
                    .sorted(Comparator.comparing(decision -> !decision.equals(proposed)))
                    .toList();
        }
    }
}
