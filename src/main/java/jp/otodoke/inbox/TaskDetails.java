package jp.otodoke.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Additional content on the page of a task.
 *
 * @param causes codes of the causes, for which {@code task.<type>.<CODE>.follows.<CAUSE>} describes the
 *     consequences
 */
public record TaskDetails(List<String> causes, @Nullable TaskCorrection correction, @Nullable TaskPanel panel) {
    public static final TaskDetails NONE = new TaskDetails(List.of(), null, null);

    public static TaskDetails of(TaskPanel panel) {
        return new TaskDetails(List.of(), null, panel);
    }
}
