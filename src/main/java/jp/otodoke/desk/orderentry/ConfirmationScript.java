package jp.otodoke.desk.orderentry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.orders.Confirmations;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.QuoteOrder.Quote;
import jp.otodoke.orders.Totals;
import jp.otodoke.payments.PaymentTerms;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The text that an operator reads to the customer before the order is final, as the Act on Specified Commercial
 * Transactions requires: what, how much, when, how paid, how delivered, how cancelled. Always in Japanese.
 */
@Component
class ConfirmationScript {
    private final Confirmations confirmations;
    private final PaymentTerms terms;

    ConfirmationScript(Confirmations confirmations, PaymentTerms terms) {
        this.confirmations = confirmations;
        this.terms = terms;
    }

    /** @param print fingerprint of the text, including the version of its wording */
    record Text(int version, String body, String print) {}

    /** @param first the earliest date for each destination; null if none is known */
    Text of(Quote quote, String customer, PaymentMethod method, IntFunction<@Nullable LocalDate> first) {
        var wording = confirmations.wording();
        var totals = quote.totals();
        var body = fill(
                wording.body(),
                Map.ofEntries(
                        Map.entry("customer", BilingualText.asWritten(customer)),
                        Map.entry("lines", lines(quote)),
                        Map.entry("destinations", destinations(quote.destinations(), method, first)),
                        Map.entry("gifts", gifts(quote.destinations())),
                        Map.entry("goods", yen(totals.goods())),
                        Map.entry("shipping", yen(totals.shipping())),
                        Map.entry("fee", fee(totals)),
                        Map.entry("total", total(totals)),
                        Map.entry("taxes", taxes(quote)),
                        Map.entry("method", BilingualText.of("spoken.method." + method)),
                        Map.entry("payWhen", payWhen(method, recipients(quote.destinations(), customer))),
                        Map.entry("shipWhen", shipWhen(method, quote.destinations()))));
        return new Text(wording.version(), body, print(wording.version() + "\n" + body));
    }

    private static String fill(String wording, Map<String, BilingualText> values) {
        return wording.lines()
                .map(line -> {
                    var filled = line;
                    for (var value : values.entrySet()) {
                        filled = filled.replace(
                                "{" + value.getKey() + "}", value.getValue().japanese());
                    }
                    return filled;
                })
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static BilingualText fee(Totals totals) {
        return totals.wrapping().isZero()
                ? yen(totals.fee())
                : BilingualText.of(
                        "spoken.fee.with-wrapping",
                        totals.fee().amount(),
                        totals.wrapping().amount());
    }

    private static BilingualText total(Totals totals) {
        return totals.discount().isZero() && totals.points().isZero()
                ? yen(totals.total())
                : BilingualText.of(
                        "spoken.total.reduced",
                        totals.total().amount(),
                        totals.discount().amount(),
                        totals.points().amount());
    }

    private static BilingualText lines(Quote quote) {
        var several = quote.destinations().size() > 1;
        return BilingualText.joined(
                "\n",
                quote.lines().stream()
                        .map(l -> BilingualText.of(
                                several ? "spoken.line.to" : "spoken.line",
                                l.name(),
                                l.quantity(),
                                l.amount().amount(),
                                l.destination()))
                        .toList());
    }

    private static BilingualText destinations(
            List<OrderDestination> destinations, PaymentMethod method, IntFunction<@Nullable LocalDate> first) {
        return BilingualText.joined(
                "\n",
                IntStream.range(0, destinations.size())
                        .mapToObj(i -> destination(
                                destinations.size() > 1 ? "spoken.destination.numbered" : "spoken.destination",
                                i + 1,
                                destinations.get(i),
                                method,
                                first.apply(i)))
                        .toList());
    }

    private static BilingualText destination(
            String key, int number, OrderDestination to, PaymentMethod method, @Nullable LocalDate first) {
        var day = to.deliveryDate();
        return BilingualText.of(
                key,
                to.name(),
                to.address().oneLine(),
                day == null ? soonest(method, first) : DayFormat.of(day, "spoken.day"),
                TimeSlot.find(to.timeSlot())
                        .map(slot -> BilingualText.of("spoken.slot." + slot.code()))
                        .orElseGet(() -> BilingualText.of("spoken.slot.none")),
                number);
    }

    private static BilingualText gifts(List<OrderDestination> destinations) {
        return BilingualText.joined(
                "\n",
                destinations.stream()
                        .filter(d -> !d.packing().present().plain())
                        .map(d -> BilingualText.of(
                                "spoken.gift", d.name(), d.packing().present().instruction()))
                        .toList());
    }

    /** It is unknown when the money will arrive, so no date is promised for an order that waits for it. */
    private static BilingualText soonest(PaymentMethod method, @Nullable LocalDate first) {
        if (prepaid(method)) {
            return BilingualText.of("spoken.day.none.prepaid");
        }
        return first == null
                ? BilingualText.of("spoken.day.none")
                : BilingualText.of("spoken.day.none.about", near(first));
    }

    private static boolean prepaid(PaymentMethod method) {
        return method == PaymentMethod.BANK_TRANSFER || method == PaymentMethod.CONVENIENCE_STORE;
    }

    private static BilingualText taxes(Quote quote) {
        return BilingualText.of(
                "spoken.taxes",
                BilingualText.list(quote.taxes().stream()
                        .filter(t -> !t.amount().isZero())
                        .map(t -> BilingualText.of(
                                "spoken.tax",
                                t.percent(),
                                t.amount().amount(),
                                t.tax().amount()))
                        .toList()));
    }

    /** Those who receive a parcel in the customer's place. */
    private static List<String> recipients(List<OrderDestination> destinations, String customer) {
        return destinations.stream()
                .filter(destination -> !destination.isReceivedBy(customer))
                .map(OrderDestination::name)
                .distinct()
                .toList();
    }

    private BilingualText payWhen(PaymentMethod method, List<String> recipients) {
        return switch (method) {
            case CASH_ON_DELIVERY ->
                recipients.isEmpty()
                        ? BilingualText.of("spoken.pay-when." + method)
                        : BilingualText.of("spoken.pay-when." + method + ".recipient", BilingualText.list(recipients));
            case BANK_TRANSFER, CONVENIENCE_STORE ->
                BilingualText.of("spoken.pay-when." + method, near(terms.lastDay(method)));
            default -> BilingualText.of("spoken.pay-when." + method);
        };
    }

    /** A day is only spoken of where one was requested. */
    private static BilingualText shipWhen(PaymentMethod method, List<OrderDestination> destinations) {
        if (prepaid(method)) {
            return BilingualText.of("spoken.ship-when.paid");
        }
        var requested =
                destinations.stream().filter(to -> to.deliveryDate() != null).count();
        if (requested == 0) {
            return BilingualText.of("spoken.ship-when.in-stock");
        }
        return BilingualText.of(
                requested == destinations.size() ? "spoken.ship-when.day" : "spoken.ship-when.day.where-requested");
    }

    private static BilingualText near(LocalDate day) {
        return DayFormat.of(day, "spoken.day.near");
    }

    private static BilingualText yen(Yen amount) {
        return BilingualText.of("spoken.yen", amount.amount());
    }

    private static String print(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
