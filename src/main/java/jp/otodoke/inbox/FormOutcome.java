package jp.otodoke.inbox;

import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/** The outcome of a form in a task panel: done, or the panel to show again with its errors. */
public record FormOutcome(@Nullable BilingualText done, @Nullable TaskPanel again) {
    public static FormOutcome done(BilingualText reasonMatches) {
        return new FormOutcome(reasonMatches, null);
    }

    public static FormOutcome again(TaskPanel panel) {
        return new FormOutcome(null, panel);
    }
}
