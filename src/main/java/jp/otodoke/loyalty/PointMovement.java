package jp.otodoke.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Points of a customer that moved.
 *
 * @param amount negative for what went
 * @param expiresOn the last day on which points of this lot may be used
 * @param by a person's name, or {@code system}
 */
public record PointMovement(
        long id,
        Instant at,
        PointKind kind,
        Yen amount,
        @Nullable OrderNumber orderNumber,
        LocalDate expiresOn,
        @Nullable String reason,
        String by) {}
