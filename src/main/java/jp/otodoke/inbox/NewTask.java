package jp.otodoke.inbox;

import java.time.Instant;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * A task that no process asks for, such as a refused file.
 *
 * @param key unique while the task is known: opening it twice is one task
 * @param type kind of task; its title is the message {@code task.<type>.title}
 * @param group who works on it: orders, shipping, accounting, marketing, operations
 * @param dueAt by when; null for no limit
 * @param priority 0 is ordinary, higher is more urgent
 * @param subject id of the thing it is about, such as a message id; may be null
 * @param yen what is at stake where there is no order that says it
 */
public record NewTask(
        String key,
        String type,
        String group,
        TaskReason reason,
        List<String> orderNumbers,
        @Nullable Instant dueAt,
        int priority,
        @Nullable String subject,
        long yen) {
    /** Of a reason that says nothing of persons. */
    public NewTask(
            String key,
            String type,
            String group,
            BilingualText reason,
            List<String> orderNumbers,
            @Nullable Instant dueAt,
            int priority,
            @Nullable String subject) {
        this(key, type, group, TaskReason.of(reason), orderNumbers, dueAt, priority, subject, 0);
    }
}
