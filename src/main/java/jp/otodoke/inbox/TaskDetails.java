package jp.otodoke.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one task shows besides what every task has.
 *
 * @param causes codes of what led to it, for which {@code task.<type>.<CODE>.follows.<CAUSE>} says what follows
 */
public record TaskDetails(List<String> causes, @Nullable TaskCorrection correction, @Nullable TaskPanel panel) {
    public static final TaskDetails NONE = new TaskDetails(List.of(), null, null);

    public static TaskDetails of(TaskPanel panel) {
        return new TaskDetails(List.of(), null, panel);
    }
}
