package jp.otodoke.subscriptions.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.subscriptions.FindSubscriptions;
import jp.otodoke.subscriptions.SubscriptionState;
import org.jspecify.annotations.Nullable;

/** Reads the filter of the list from its address; what can't be read is as if it were not there. */
final class SubscriptionFilter {
    private SubscriptionFilter() {}

    static FindSubscriptions.Filter of(Map<String, String> asked, boolean byName) {
        var customer = TextNormalizer.orNull(asked.get("customer"));
        var sku = TextNormalizer.orNull(asked.get("sku"));
        return new FindSubscriptions.Filter(
                TextNormalizer.orNull(asked.get("q")),
                byName,
                one(SubscriptionState.values(), asked.get("state")),
                customer == null ? null : CustomerNumber.of(customer),
                one(PaymentMethod.values(), asked.get("method")),
                sku == null ? null : Sku.of(sku),
                day(asked.get("dueFrom")),
                day(asked.get("dueUntil")));
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name) {
        return Arrays.stream(all)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
