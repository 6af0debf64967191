package jp.otodoke.inbox;

import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/** What came of the form in a task's panel: either it is done, or the panel is shown again with what is wrong. */
public record FormOutcome(@Nullable BilingualText done, @Nullable TaskPanel again) {
    public static FormOutcome done(BilingualText said) {
        return new FormOutcome(said, null);
    }

    public static FormOutcome again(TaskPanel panel) {
        return new FormOutcome(null, panel);
    }
}
