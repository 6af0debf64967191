package jp.otodoke.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in a list.
 *
 * @param made how many orders were made
 * @param nextTurn null if it is stopped
 */
public record SubscriptionRow(
        SubscriptionNumber number,
        CustomerNumber customer,
        @Personal(Personal.Kind.NAME) String name,
        SubscriptionState state,
        ScheduleRule rule,
        LocalDate first,
        String items,
        PaymentMethod method,
        @Nullable Integer nextTurn,
        @Nullable LocalDate nextNominal,
        @Nullable LocalDate nextDelivery,
        @Nullable Integer pauseTurns,
        @Nullable LocalDate pauseUntil,
        String channel,
        @Nullable String mediaCode,
        Instant startedAt,
        String startedBy,
        @Nullable Instant stoppedAt,
        @Nullable @Personal(Personal.Kind.TEXT) String stopReason,
        long made) {
    public BilingualText sentence() {
        return rule.sentence();
    }
}
