package jp.otodoke.loyalty;

import java.time.LocalDate;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * How many points goods earn in a period.
 *
 * @param perMille points for 1,000 yen paid for goods, tax included
 * @param validUntil the last day of the period; null without end
 * @param validMonths how long the points may be used
 */
public record PointRate(
        String name, int perMille, LocalDate validFrom, @Nullable LocalDate validUntil, int validMonths) {
    boolean isOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Rounded down once for an order. */
    static Yen points(Yen paid, int perMille) {
        return paid.max(Yen.ZERO).share(Yen.of(perMille), Yen.of(1000));
    }
}
