package jp.otodoke.payments;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A card about which the agency is asked.
 *
 * @param id by which the answer names it
 */
public record CardToCheck(long id, CardToken token, @Nullable String last4, @Nullable YearMonth expires) {}
