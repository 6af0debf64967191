package jp.otodoke.dunning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a case's calendar.
 *
 * @param result a word of the program that says what came of it; null if there is nothing to say
 */
public record DunningStep(
        long id,
        DunningStepKind kind,
        Instant plannedAt,
        State state,
        @Nullable String result,
        @Nullable Instant doneAt) {
    public enum State {
        PLANNED,
        DONE,
        SKIPPED
    }
}
