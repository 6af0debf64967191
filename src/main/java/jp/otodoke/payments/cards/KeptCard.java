package jp.otodoke.payments.cards;

import java.time.Instant;
import java.time.YearMonth;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * A card that a customer has paid with, as the gateway tells it (登録カード).
 *
 * @param brand null if the gateway does not tell it
 * @param last4 digits; null if the gateway does not tell them
 * @param expires its last month; null if the gateway does not tell it
 * @param order for which it was given
 * @param told whether the customer was told that it expires
 */
public record KeptCard(
        long id,
        CustomerNumber customer,
        @Nullable String brand,
        @Nullable String last4,
        @Nullable YearMonth expires,
        Instant keptAt,
        OrderNumber order,
        Source source,
        State state,
        boolean told) {
    /** How it came. */
    public enum Source {
        ORDER,
        LINK
    }

    /** The first three follow from its last month, the others from what has happened. */
    public enum State {
        VALID,
        EXPIRING,
        EXPIRED,
        /** Another card pays in its place. */
        REPLACED,
        /** Refused for good. */
        UNUSABLE
    }
}
