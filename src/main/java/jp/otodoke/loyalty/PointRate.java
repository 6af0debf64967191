package jp.otodoke.loyalty;

import java.time.LocalDate;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * How many points goods earn in a period.
 *
 * @param id 0 until it is added
 * @param group of the products that earn at it; null for all
 * @param perMille points for 1,000 yen paid for goods, tax included
 * @param validUntil the last day of the period; null without end
 * @param validMonths how long the points may be used
 */
public record PointRate(
        long id,
        String name,
        @Nullable String group,
        int perMille,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int validMonths) {
    public PointRate {
        group = TextNormalizer.orNull(group);
    }

    /** One to be added, for all goods. */
    public PointRate(String name, int perMille, LocalDate validFrom, @Nullable LocalDate validUntil, int validMonths) {
        this(0, name, null, perMille, validFrom, validUntil, validMonths);
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Rounded down once for an order. */
    Yen points(Yen paid) {
        return paid.max(Yen.ZERO).share(Yen.of(perMille), Yen.of(1000));
    }
}
