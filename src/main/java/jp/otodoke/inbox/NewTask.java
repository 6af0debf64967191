package jp.otodoke.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A task that no process waits for, such as one about a rejected file.
 *
 * @param type type of its {@link TaskKind}
 * @param key unique; opening the same key again has no effect
 * @param links further subjects it concerns
 * @param group null for the group of its kind
 * @param dueAt null if it has no deadline
 * @param priority 0 is normal, higher is more urgent
 * @param decisions those of its kind that make sense for it; empty for all
 * @param yen the amount at stake, used if no subject has a value
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
        List<String> decisions,
        Yen yen) {
    public static NewTask of(String type, String key, Subject subject, TaskReason reason) {
        return new NewTask(type, key, subject, reason, List.of(), null, null, 0, List.of(), Yen.ZERO);
    }

    /** With a reason that contains no personal data. */
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
                decisions,
                yen);
    }

    public NewTask inGroup(StaffGroup other) {
        return new NewTask(type, key, subject, reason, links, other, dueAt, priority, decisions, yen);
    }

    public NewTask dueAt(@Nullable Instant at) {
        return new NewTask(type, key, subject, reason, links, group, at, priority, decisions, yen);
    }

    public NewTask urgent(int more) {
        return new NewTask(type, key, subject, reason, links, group, dueAt, more, decisions, yen);
    }

    public NewTask worth(Yen amount) {
        return new NewTask(type, key, subject, reason, links, group, dueAt, priority, decisions, amount);
    }

    /** Of the decisions of its kind only these. */
    public NewTask offering(List<String> suitable) {
        return new NewTask(type, key, subject, reason, links, group, dueAt, priority, suitable, yen);
    }

    List<Subject> subjects() {
        return Stream.concat(Stream.of(subject), links.stream()).distinct().toList();
    }
}
