package jp.otodoke.subscriptions.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.subscriptions.ChangeSubscription;
import jp.otodoke.subscriptions.ChangeSubscription.Change;
import jp.otodoke.subscriptions.WishKind;
import jp.otodoke.subscriptions.web.SubscriptionRequest.AddressPart;
import jp.otodoke.subscriptions.web.SubscriptionRequest.DeliveryPart;
import jp.otodoke.subscriptions.web.SubscriptionRequest.ItemPart;
import jp.otodoke.subscriptions.web.SubscriptionRequest.PaymentPart;
import org.jspecify.annotations.Nullable;

/**
 * One wish as it is typed on the page of a subscription. The same values show the effect and then save it.
 *
 * @param kind which of the small forms it is
 */
record WishForm(
        @Nullable WishKind kind,
        @Nullable String scope,
        @Nullable Integer turns,
        @Nullable String until,
        @Nullable String from,
        @Nullable String day,
        @Nullable List<@Nullable String> sku,
        @Nullable List<@Nullable Integer> quantity,
        @Nullable String type,
        @Nullable String gaps,
        @Nullable Integer months,
        @Nullable String dayOfMonth,
        @Nullable String nth,
        @Nullable String weekday,
        @Nullable String slot,
        @Nullable String method,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String postalCode,
        @Nullable String prefecture,
        @Nullable String city,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String reason) {

    /** @throws InvalidInput with all that is wrong */
    Change change(ChangeSubscription change, ReadSubscription read, CustomerNumber customer) {
        if (kind == null) {
            throw new InvalidInput(List.of(ReadSubscription.required("kind")));
        }
        return switch (kind) {
            case SKIP -> change.skip(Objects.requireNonNullElse(turns, 1));
            case PAUSE -> pause(change);
            case RESUME -> change.resume();
            case PAYMENT_STOP -> change.stopForPayment();
            case STOP -> stop(change);
            default -> read.change(asked(), customer).in(change);
        };
    }

    private Change pause(ChangeSubscription change) {
        var day = day("until", until);
        if (day != null) {
            return change.pauseUntil(day);
        }
        return turns == null ? change.pauseWithoutEnd() : change.pauseTurns(turns);
    }

    private Change stop(ChangeSubscription change) {
        if (TextNormalizer.blank(reason)) {
            throw new InvalidInput(List.of(ReadSubscription.required("reason")));
        }
        return change.stop(TextNormalizer.clean(reason), day("from", from));
    }

    private static @Nullable LocalDate day(String field, @Nullable String written) {
        var problems = new ArrayList<FieldProblem>();
        var day = ReadSubscription.day(field, written, false, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return day;
    }

    private SubscriptionRequest.Change asked() {
        var which = Objects.requireNonNull(kind);
        return new SubscriptionRequest.Change(
                which == WishKind.ADD ? "THIS_TURN" : scope,
                null,
                which == WishKind.ITEMS ? items() : null,
                which == WishKind.ADD ? items() : null,
                which == WishKind.CYCLE ? CycleFields.rule(type, gaps, months, dayOfMonth, nth, weekday) : null,
                null,
                which == WishKind.PAYMENT ? new PaymentPart(method, null) : null,
                delivery(which),
                reason);
    }

    private @Nullable DeliveryPart delivery(WishKind which) {
        return switch (which) {
            case DAY -> new DeliveryPart(day == null ? "" : day, null, null, null, null, null);
            case SLOT -> new DeliveryPart(null, slot == null ? "" : slot, null, null, null, null);
            case ADDRESS ->
                TextNormalizer.blank(postalCode) && TextNormalizer.blank(line1)
                        ? new DeliveryPart(null, null, new AddressPart(null, null, null, null, null), null, null, null)
                        : new DeliveryPart(
                                null,
                                null,
                                new AddressPart(postalCode, prefecture, city, line1, line2),
                                TextNormalizer.orNull(name),
                                null,
                                TextNormalizer.orNull(phone));
            default -> null;
        };
    }

    /** Lines without a product, or with no piece, are left out. */
    private List<@Nullable ItemPart> items() {
        var items = new ArrayList<@Nullable ItemPart>();
        for (int i = 0; sku != null && i < sku.size(); i++) {
            var pieces = quantity == null || i >= quantity.size() ? null : quantity.get(i);
            if (!TextNormalizer.blank(sku.get(i)) && pieces != null && pieces != 0) {
                items.add(new ItemPart(sku.get(i), pieces));
            }
        }
        return items;
    }
}
