package jp.otodoke.desk.inbox;

import java.time.Instant;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskPriority;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the inbox says, in the reader's language. Worked out before the page is written: as expressions of the
 * template the same took a quarter of the page's time. Nothing of a person stands here, as only the page masks names.
 *
 * @param why what makes it urgent, most important first; may be empty
 * @param subject empty if it is no longer known
 * @param yen empty if no money is concerned
 * @param asleep whether it is snoozed; then {@code due} is when it wakes
 * @param urgency {@code late}, {@code soon} or {@code fine}; empty without a due time
 */
record RowText(
        String title,
        String reason,
        String levelChip,
        String levelIcon,
        String level,
        String why,
        String subject,
        String yen,
        boolean asleep,
        String due,
        String dueAt,
        String urgency,
        String opened,
        String openedAt,
        String group) {
    static RowText of(OpenTask task, TaskPriority priority, @Nullable SubjectLine line, Instant now, Formats formats) {
        var dueAt = task.dueAt();
        var snoozedUntil = task.snoozedUntil();
        var asleep = snoozedUntil != null && snoozedUntil.isAfter(now);
        var level = priority.level();
        return new RowText(
                formats.text("task." + task.type() + ".title", task.type()),
                formats.localized(task.reason()),
                "chip-"
                        + (level == TaskPriority.Level.HIGH
                                ? "bad"
                                : level == TaskPriority.Level.MIDDLE ? "wait" : "idle"),
                level == TaskPriority.Level.HIGH
                        ? "bi-chevron-double-up"
                        : level == TaskPriority.Level.MIDDLE ? "bi-chevron-up" : "bi-dash",
                formats.name("inbox.level", level),
                formats.localized(priority.reasons().stream()
                        .map(why -> BilingualText.named("inbox.urgency", why.name()))
                        .reduce((before, next) -> BilingualText.of("ui.between", before, next))
                        .orElse(null)),
                line == null ? "" : formats.localized(line.label()),
                task.yen().isPositive() ? formats.money(task.yen()) : "",
                asleep,
                asleep ? formats.shortly(snoozedUntil) : formats.ago(dueAt),
                formats.when(dueAt),
                dueAt == null ? "" : formats.urgency(dueAt),
                formats.ago(task.createdAt()),
                formats.when(task.createdAt()),
                formats.name("group", task.group().code()));
    }
}
