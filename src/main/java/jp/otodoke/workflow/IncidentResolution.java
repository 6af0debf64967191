package jp.otodoke.workflow;

import java.time.Instant;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** What a person did or requested to resolve an incident, and the outcome. */
public record IncidentResolution(
        long id,
        String incident,
        String job,
        String process,
        String instance,
        String businessKey,
        String step,
        Kind kind,
        Yen yen,
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
    /** The action taken. */
    public enum Kind {
        RETRY,
        SKIP
    }

    /** The progress of the resolution. */
    public enum State {
        /** Waiting for approval by a second person. */
        ASKED,
        /** Rejected by the second person, or withdrawn. */
        REFUSED,
        /** Done; the outcome is checked a few minutes later. */
        ACTED,
        MOVED_ON,
        STUCK_AGAIN
    }
}
