package jp.otodoke.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * How urgent a task is, and why. Each task has a fixed effective due time: its due time, moved forward by whatever
 * makes it urgent. As it never changes, lists of any length can be sorted by an index, and tasks move up just by
 * waiting.
 *
 * @param reasons codes, most important first; their texts are {@code inbox.urgency.<CODE>}
 */
public record TaskPriority(Level level, List<Why> reasons) {
    static final Yen MUCH = Yen.of(100_000);
    static final Yen SOME = Yen.of(30_000);

    private static final Duration UNDATED = Duration.ofDays(3);
    private static final Duration LONG_WAIT = Duration.ofDays(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofHours(4);

    public enum Level {
        HIGH,
        MIDDLE,
        LOW
    }

    public enum Why {
        LATE,
        SOON,
        URGENT,
        ATTENTION,
        YEN,
        WAITING,
        WITHIN_A_DAY
    }

    static Instant rank(Instant createdAt, @Nullable Instant dueAt, int priority, PriorityFactors factors) {
        var rank = (dueAt == null ? createdAt.plus(UNDATED) : dueAt).minus(Duration.ofDays(priority));
        if (factors.attention()) {
            rank = rank.minus(Duration.ofHours(12));
        }
        return rank.minus(Duration.ofHours(hours(factors.yen())));
    }

    private static int hours(Yen worth) {
        if (worth.isAtLeast(MUCH)) {
            return 24;
        }
        return worth.isAtLeast(SOME) ? 6 : 0;
    }

    public static TaskPriority of(OpenTask task, Instant now) {
        var why = new ArrayList<Why>();
        var due = task.dueAt();
        if (due != null && due.isBefore(now)) {
            why.add(Why.LATE);
        } else if (due != null && due.isBefore(now.plus(SOON))) {
            why.add(Why.SOON);
        }
        if (task.priority() > 0) {
            why.add(Why.URGENT);
        }
        if (task.attention()) {
            why.add(Why.ATTENTION);
        }
        if (task.yen().isAtLeast(SOME)) {
            why.add(Why.YEN);
        }
        if (task.createdAt().isBefore(now.minus(LONG_WAIT))) {
            why.add(Why.WAITING);
        }
        if (why.isEmpty() && due != null && due.isBefore(now.plus(DAY))) {
            why.add(Why.WITHIN_A_DAY);
        }
        return new TaskPriority(level(task.rankAt(), now), List.copyOf(why));
    }

    private static Level level(Instant rank, Instant now) {
        if (rank.isBefore(now)) {
            return Level.HIGH;
        }
        return rank.isBefore(now.plus(DAY)) ? Level.MIDDLE : Level.LOW;
    }
}
