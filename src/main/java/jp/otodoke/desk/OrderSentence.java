package jp.otodoke.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import jp.otodoke.desk.OrderPage.ShipmentRow;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.pages.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One sentence: where the order is, since when, what happens next and by when, who can act. */
@Component
class OrderSentence {
    private final MessageSource messages;
    private final Show show;

    OrderSentence(MessageSource messages, Show show) {
        this.messages = messages;
        this.show = show;
    }

    String of(OrderPage order, Locale locale) {
        var since = show.shortly(order.statusSince());
        return switch (order.status()) {
            case ON_HOLD -> say(locale, "ON_HOLD", since, Objects.requireNonNullElse(order.holdReason(), "-"));
            case AWAITING_PAYMENT -> awaitingPayment(order, since, locale);
            case READY ->
                order.shipDay() == null
                        ? say(locale, "READY.noday", since)
                        : say(locale, "READY", since, show.date(order.shipDay()));
            case DISPATCHED -> say(locale, "DISPATCHED", since, due(order, locale));
            case SHIPPED -> shipped(order, since, locale);
            case CANCELLED -> say(locale, "CANCELLED", since, reason(order.cancelReason(), locale));
            default -> say(locale, order.status().name(), since);
        };
    }

    private static String reason(@Nullable Words reason, Locale locale) {
        return reason == null ? "-" : reason.in(locale);
    }

    private String awaitingPayment(OrderPage order, String since, Locale locale) {
        var money = order.money();
        var open = show.money(money.charged() - money.paid());
        if (money.status() == PaymentStatus.UNKNOWN) {
            return say(locale, "AWAITING_PAYMENT.unknown", show.shortly(money.unknownSince()), money.transactionNo());
        }
        if (money.status() == PaymentStatus.FAILED) {
            return say(locale, "AWAITING_PAYMENT.failed", since);
        }
        if (money.dueBy() != null) {
            return say(locale, "AWAITING_PAYMENT.due", since, open, show.date(money.dueBy()));
        }
        return say(locale, "AWAITING_PAYMENT", since, open);
    }

    private String shipped(OrderPage order, String since, Locale locale) {
        var trouble = order.shipments().stream()
                .filter(s -> s.status().equals("EXCEPTION"))
                .findFirst();
        if (trouble.isPresent()) {
            return say(locale, "SHIPPED.trouble", since, trouble.get().number());
        }
        var wished = order.shipments().stream()
                .map(ShipmentRow::deliveryDate)
                .filter(Objects::nonNull)
                .findFirst();
        return wished.isPresent()
                ? say(locale, "SHIPPED.wished", since, show.date(wished.get()), due(order, locale))
                : say(locale, "SHIPPED", since, due(order, locale));
    }

    private String due(OrderPage order, Locale locale) {
        return order.shipments().stream()
                .map(ShipmentRow::dueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(show::when)
                .orElse(messages.getMessage("order.now.nodue", null, locale));
    }

    private String say(Locale locale, String key, @Nullable Object... arguments) {
        return messages.getMessage("order.now." + key, arguments, locale);
    }
}
