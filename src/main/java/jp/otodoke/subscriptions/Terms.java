package jp.otodoke.subscriptions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * What is delivered in a turn, where to, and how it is paid.
 *
 * @param recipient null for the customer's own address as it is on the day
 * @param cardToken encrypted; null if it is not paid by card
 */
public record Terms(
        List<Item> items,
        @Nullable Recipient recipient,
        @Nullable TimeSlot slot,
        PaymentMethod method,
        @Nullable String cardToken) {
    public Terms {
        items = List.copyOf(items);
    }

    Terms with(List<Item> others) {
        return new Terms(others, recipient, slot, method, cardToken);
    }

    /** More pieces of what is in it already, or another product beside it. */
    Terms and(List<Item> more) {
        var pieces = new LinkedHashMap<Sku, Integer>();
        Stream.concat(items.stream(), more.stream())
                .forEach(item -> pieces.merge(item.sku(), item.quantity(), Integer::sum));
        var all = new ArrayList<Item>();
        pieces.forEach((sku, quantity) -> all.add(new Item(sku, quantity)));
        return with(all);
    }

    Terms to(@Nullable Recipient other) {
        return new Terms(items, other, slot, method, cardToken);
    }

    Terms at(@Nullable TimeSlot other) {
        return new Terms(items, recipient, other, method, cardToken);
    }

    Terms paidBy(PaymentMethod other, @Nullable String token) {
        return new Terms(items, recipient, slot, other, token);
    }
}
