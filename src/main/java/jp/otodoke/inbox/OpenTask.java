package jp.otodoke.inbox;

import java.time.Instant;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * A task of the inbox as staff see it. {@code businessKey} is set where a process waits for it.
 *
 * @param subjects all that it concerns, by kind and key
 * @param shown which of them stands for it in a list
 * @param rankAt the moment by which it presses, see {@link TaskPriority}
 * @param cause the same for tasks of one kind whose reasons differ in numbers only
 * @param snoozedUntil when it comes back; a moment that has passed means that it is back
 */
public record OpenTask(
        long id,
        String type,
        StaffGroup group,
        BilingualText reason,
        Subject subject,
        List<Subject> subjects,
        Subject shown,
        @Nullable String assignee,
        Instant createdAt,
        @Nullable Instant dueAt,
        int priority,
        List<String> decisions,
        @Nullable String process,
        @Nullable String businessKey,
        @Nullable String engineTaskId,
        Instant rankAt,
        long yen,
        boolean attention,
        String cause,
        @Nullable Instant snoozedUntil,
        @Nullable String snoozeReason) {
    /** Keys of the subjects of a kind. */
    public List<String> keys(String kind) {
        return subjects.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Subject::key)
                .toList();
    }
}
