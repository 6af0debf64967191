package jp.otodoke.payments;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The agency's answer about one card.
 *
 * @param id of the card in the request
 * @param code as the agency gave it
 * @param last4 digits of its number now; null if they are not told
 * @param expires its last month now; null if it is not told
 */
public record CardResult(
        long id, String code, CardOutcome outcome, @Nullable String last4, @Nullable YearMonth expires) {}
