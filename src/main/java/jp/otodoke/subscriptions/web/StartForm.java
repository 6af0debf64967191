package jp.otodoke.subscriptions.web;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.subscriptions.web.SubscriptionRequest.DeliveryPart;
import jp.otodoke.subscriptions.web.SubscriptionRequest.ItemPart;
import jp.otodoke.subscriptions.web.SubscriptionRequest.PaymentPart;
import org.jspecify.annotations.Nullable;

/** A subscription as it is typed; the same values show its dates and then start it. */
record StartForm(
        @Nullable String customer,
        @Nullable List<@Nullable String> sku,
        @Nullable List<@Nullable Integer> quantity,
        @Nullable String type,
        @Nullable String gaps,
        @Nullable Integer months,
        @Nullable String dayOfMonth,
        @Nullable String nth,
        @Nullable String weekday,
        @Nullable String first,
        @Nullable String method,
        @Nullable String slot,
        @Nullable String mediaCode) {
    private static final String BY_HAND = "PHONE";

    SubscriptionRequest.Start asked() {
        return new SubscriptionRequest.Start(
                customer,
                items(),
                CycleFields.rule(type, gaps, months, dayOfMonth, nth, weekday),
                first,
                new PaymentPart(method, null),
                new DeliveryPart(null, slot, null, null, null, null),
                null,
                mediaCode,
                BY_HAND);
    }

    /** What stands in a line of the form. */
    @Nullable
    public String skuIn(int line) {
        return sku == null || line >= sku.size() ? null : sku.get(line);
    }

    @Nullable
    public Integer quantityIn(int line) {
        return quantity == null || line >= quantity.size() ? null : quantity.get(line);
    }

    /** Empty lines are left out. */
    private List<@Nullable ItemPart> items() {
        var items = new ArrayList<@Nullable ItemPart>();
        for (int i = 0; sku != null && i < sku.size(); i++) {
            if (!TextNormalizer.blank(sku.get(i))) {
                items.add(new ItemPart(sku.get(i), quantityIn(i)));
            }
        }
        return items;
    }
}
