package jp.otodoke.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody did, or asked to do, about a step that failed for good, and what came of it. */
public record IncidentResolution(
        long id,
        String incident,
        String job,
        String process,
        String instance,
        String businessKey,
        String step,
        Kind kind,
        long yen,
        String reason,
        @Nullable String batch,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant checkAt,
        @Nullable Instant outcomeAt,
        @Nullable String outcomeStep) {
    /** What is done about it. */
    public enum Kind {
        RETRY,
        SKIP
    }

    /** How far it has come. */
    public enum State {
        /** Waits for the second person. */
        ASKED,
        /** The second person said no. */
        REFUSED,
        /** Done; what comes of it is looked at in some minutes. */
        ACTED,
        MOVED_ON,
        STUCK_AGAIN
    }
}
