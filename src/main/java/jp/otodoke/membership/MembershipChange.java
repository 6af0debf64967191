package jp.otodoke.membership;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a membership.
 *
 * @param state which it had afterwards
 * @param day from which it counts
 * @param by user name
 */
public record MembershipChange(
        What what, MembershipState state, LocalDate day, @Nullable String reason, Instant at, String by) {
    public enum What {
        JOINED,
        RENEWED,
        SUSPENDED,
        RESUMED,
        LAPSED,
        WITHDRAWN
    }
}
