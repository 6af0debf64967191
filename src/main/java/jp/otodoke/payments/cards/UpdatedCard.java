package jp.otodoke.payments.cards;

import java.time.Instant;
import java.time.YearMonth;
import jp.otodoke.payments.CardOutcome;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/**
 * A card of an update, and what the agency said about it.
 *
 * @param id in the files
 * @param last4 digits that are known of it now
 * @param expires its last month, as is known now
 * @param code null until the answer is booked
 * @param formerLast4 what was known before the answer
 * @param formerExpires what was known before the answer
 */
public record UpdatedCard(
        long id,
        long card,
        CustomerNumber customer,
        @Nullable String brand,
        @Nullable String last4,
        @Nullable YearMonth expires,
        KeptCard.State state,
        @Nullable String code,
        @Nullable CardOutcome outcome,
        @Nullable String formerLast4,
        @Nullable YearMonth formerExpires,
        @Nullable Instant bookedAt) {}
