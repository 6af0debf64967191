package jp.otodoke.inbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What staff may decide on a task that no process asks for, and what then happens. */
public interface TaskAction {
    String type();

    /** Codes in the order in which they are offered; labels are {@code task.<type>.<CODE>}. */
    List<String> decisions();

    /** Runs in the transaction that closes the task. */
    void decide(OpenTask task, String decision, @Nullable String comment, Map<String, String> parameters);
}
