package jp.otodoke.inbox;

import java.time.Instant;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * An open task as staff see it. {@code businessKey} is set if a process waits for it.
 *
 * @param subjects all subjects it concerns
 * @param shown the subject that represents it in lists
 * @param rankAt determines its position by urgency, see {@link TaskPriority}
 * @param cause equal for tasks of one kind whose reasons differ only in numbers
 * @param snoozedUntil when it returns to the list; if in the past, it has returned
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
        Yen yen,
        boolean attention,
        String cause,
        @Nullable Instant snoozedUntil,
        @Nullable String snoozeReason) {
    /** Keys of the subjects of this kind. */
    public List<String> keys(String kind) {
        return subjects.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Subject::key)
                .toList();
    }
}
