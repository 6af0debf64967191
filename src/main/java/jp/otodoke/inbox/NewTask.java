package jp.otodoke.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * A task that no process asks for, such as one about a refused file.
 *
 * @param type of its {@link TaskKind}
 * @param key unique while the task is known: opening it twice is one task
 * @param links what else it concerns
 * @param group null for that of its kind
 * @param dueAt by when; null for no limit
 * @param priority 0 is ordinary, higher is more urgent
 * @param yen what is at stake where no subject says it
 */
public record NewTask(
        String type,
        String key,
        Subject subject,
        TaskReason reason,
        List<Subject> links,
        @Nullable StaffGroup group,
        @Nullable Instant dueAt,
        int priority,
        long yen) {
    public static NewTask of(String type, String key, Subject subject, TaskReason reason) {
        return new NewTask(type, key, subject, reason, List.of(), null, null, 0, 0);
    }

    /** With a reason that says nothing of persons. */
    public static NewTask of(String type, String key, Subject subject, BilingualText reason) {
        return of(type, key, subject, TaskReason.of(reason));
    }

    public NewTask linkedTo(Collection<Subject> more) {
        return new NewTask(
                type,
                key,
                subject,
                reason,
                Stream.concat(links.stream(), more.stream()).distinct().toList(),
                group,
                dueAt,
                priority,
                yen);
    }

    public NewTask inGroup(StaffGroup other) {
        return new NewTask(type, key, subject, reason, links, other, dueAt, priority, yen);
    }

    public NewTask dueAt(@Nullable Instant at) {
        return new NewTask(type, key, subject, reason, links, group, at, priority, yen);
    }

    public NewTask urgent(int more) {
        return new NewTask(type, key, subject, reason, links, group, dueAt, more, yen);
    }

    public NewTask worth(long amount) {
        return new NewTask(type, key, subject, reason, links, group, dueAt, priority, amount);
    }

    List<Subject> subjects() {
        return Stream.concat(Stream.of(subject), links.stream()).distinct().toList();
    }
}
