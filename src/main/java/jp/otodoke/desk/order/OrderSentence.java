package jp.otodoke.desk.order;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.otodoke.desk.order.OrderView.ShipmentRow;
import jp.otodoke.fulfilment.ShipmentPlan;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One sentence: where the order is, since when, what happens next and by when, who can act. */
@Component
class OrderSentence {
    private final Formats formats;

    OrderSentence(Formats formats) {
        this.formats = formats;
    }

    /** Of an order that leaves in several shipments it says of each what is where. */
    String of(OrderView order, Locale locale) {
        var parts = parts(order);
        return parts.size() < 2 || order.status().ended()
                ? whole(order, locale)
                : say(
                        locale,
                        order.status() == OrderStatus.AWAITING_STOCK ? "AWAITING_STOCK.parts" : "parts",
                        order.status() == OrderStatus.AWAITING_STOCK
                                ? formats.shortly(order.statusSince())
                                : whole(order, locale),
                        BilingualText.list(parts));
    }

    private List<BilingualText> parts(OrderView order) {
        return Stream.concat(
                        order.shipments().stream()
                                .filter(one -> !one.status().equals(ShipmentStatus.CANCELLED.name()))
                                .map(one -> BilingualText.of(
                                        "order.now.part",
                                        one.number(),
                                        BilingualText.named("status.shipment", one.status()))),
                        order.plans().stream()
                                .filter(one -> one.cancelled() == null)
                                .map(one -> BilingualText.of(
                                        "order.now.part.goods", one.number(), goods(order, one), standing(one))))
                .toList();
    }

    private static BilingualText goods(OrderView order, ShipmentPlan plan) {
        return BilingualText.list(order.planned().getOrDefault(plan.number(), Map.of()).entrySet().stream()
                .map(one -> BilingualText.asWritten(one.getKey() + " × " + one.getValue()))
                .toList());
    }

    private BilingualText standing(ShipmentPlan plan) {
        return plan.shipDay() == null
                ? BilingualText.of("order.now.part." + plan.awaited())
                : BilingualText.of("order.now.part.leaves", plan.shipDay());
    }

    private String whole(OrderView order, Locale locale) {
        var since = formats.shortly(order.statusSince());
        return switch (order.status()) {
            case ON_HOLD -> say(locale, "ON_HOLD", since, Objects.requireNonNullElse(order.holdReason(), "-"));
            case AWAITING_PAYMENT -> awaitingPayment(order, since, locale);
            case READY ->
                order.shipDay() == null
                        ? say(locale, "READY.noday", since)
                        : say(locale, "READY", since, formats.date(order.shipDay()));
            case DISPATCHED -> say(locale, "DISPATCHED", since, due(order, locale));
            case SHIPPED -> shipped(order, since, locale);
            case CANCELLED -> say(locale, "CANCELLED" + left(order), since, reason(order.cancelReason(), locale));
            case COMPLETED -> say(locale, "COMPLETED" + left(order), since);
            default -> say(locale, order.status().name(), since);
        };
    }

    /** An order that has ended may leave something to do, such as a refund. */
    private static String left(OrderView order) {
        return order.tasks().isEmpty() ? "" : ".tasks";
    }

    private static String reason(@Nullable BilingualText reason, Locale locale) {
        return reason == null ? "-" : reason.in(locale);
    }

    private String awaitingPayment(OrderView order, String since, Locale locale) {
        var money = order.money();
        var open = formats.money(money.open());
        if (money.status() == PaymentStatus.UNKNOWN) {
            return say(
                    locale, "AWAITING_PAYMENT.unknown", formats.shortly(money.unknownSince()), money.transactionNo());
        }
        if (money.status() == PaymentStatus.FAILED) {
            return say(locale, "AWAITING_PAYMENT.failed", since);
        }
        if (money.dueBy() != null) {
            return say(locale, "AWAITING_PAYMENT.due", since, open, formats.date(money.dueBy()));
        }
        return say(locale, "AWAITING_PAYMENT", since, open);
    }

    private String shipped(OrderView order, String since, Locale locale) {
        var failed = order.shipments().stream()
                .filter(s -> s.status().equals("EXCEPTION"))
                .findFirst();
        if (failed.isPresent()) {
            return say(locale, "SHIPPED.delivery-exception", since, failed.get().number());
        }
        var requested = order.shipments().stream()
                .map(ShipmentRow::deliveryDate)
                .filter(Objects::nonNull)
                .findFirst();
        return requested.isPresent()
                ? say(locale, "SHIPPED.requested", since, formats.date(requested.get()), due(order, locale))
                : say(locale, "SHIPPED", since, due(order, locale));
    }

    private String due(OrderView order, Locale locale) {
        return order.shipments().stream()
                .map(ShipmentRow::dueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(formats::when)
                .orElse(BilingualText.of("order.now.nodue").in(locale));
    }

    private String say(Locale locale, String key, @Nullable Object... arguments) {
        return BilingualText.of("order.now." + key, arguments).in(locale);
    }
}
