package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is asked for.
 *
 * @param channel by which the customer asked, such as WEB or PHONE
 * @param recipient null for the customer's own address
 * @param cardToken token accepted by the card gateway; never a card number
 */
public record NewSubscription(
        String channel,
        @Nullable String mediaCode,
        CustomerNumber customer,
        List<Item> items,
        ScheduleRule rule,
        LocalDate first,
        PaymentMethod method,
        @Nullable String cardToken,
        @Nullable Recipient recipient,
        @Nullable TimeSlot slot) {
    /** No log shows a token or an address. */
    @Override
    public String toString() {
        return "new subscription of " + customer;
    }
}
