package jp.otodoke.desk;

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
import jp.otodoke.shared.DayInWords;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The text that an operator reads to the customer before the order is final, as the law on specified commercial
 * transactions wants it: what, how much, when, how paid, how delivered, how cancelled. Always in Japanese.
 */
@Component
class ReadOut {
    private final Confirmations confirmations;
    private final PaymentTerms terms;

    ReadOut(Confirmations confirmations, PaymentTerms terms) {
        this.confirmations = confirmations;
        this.terms = terms;
    }

    /** @param print tells two texts apart, the version of their wording included */
    record Text(int version, String body, String print) {}

    /** @param first the first day on which each destination could have its goods; null where none is known */
    Text of(Quote quote, String customer, PaymentMethod method, IntFunction<@Nullable LocalDate> first) {
        var wording = confirmations.wording();
        var totals = quote.totals();
        var body = fill(
                wording.body(),
                Map.ofEntries(
                        Map.entry("customer", Words.asWritten(customer)),
                        Map.entry("lines", lines(quote)),
                        Map.entry("destinations", destinations(quote.destinations(), method, first)),
                        Map.entry("gifts", gifts(quote.destinations())),
                        Map.entry("goods", yen(totals.goods())),
                        Map.entry("shipping", yen(totals.shipping())),
                        Map.entry("fee", fee(totals)),
                        Map.entry("total", yen(totals.total())),
                        Map.entry("taxes", taxes(quote)),
                        Map.entry("method", Words.of("spoken.method." + method)),
                        Map.entry("payWhen", payWhen(method)),
                        Map.entry("shipWhen", shipWhen(method))));
        return new Text(wording.version(), body, print(wording.version() + "\n" + body));
    }

    private static String fill(String wording, Map<String, Words> values) {
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

    private static Words fee(Totals totals) {
        return totals.wrapping() == 0
                ? yen(totals.fee())
                : Words.of("spoken.fee.with-wrapping", totals.fee(), totals.wrapping());
    }

    private static Words lines(Quote quote) {
        var several = quote.destinations().size() > 1;
        return Words.joined(
                "\n",
                quote.lines().stream()
                        .map(l -> Words.of(
                                several ? "spoken.line.to" : "spoken.line",
                                l.name(),
                                l.quantity(),
                                l.amount(),
                                l.destination()))
                        .toList());
    }

    private static Words destinations(
            List<OrderDestination> destinations, PaymentMethod method, IntFunction<@Nullable LocalDate> first) {
        return Words.joined(
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

    private static Words destination(
            String key, int number, OrderDestination to, PaymentMethod method, @Nullable LocalDate first) {
        var day = to.deliveryDate();
        return Words.of(
                key,
                to.name(),
                to.address().oneLine(),
                day == null ? soonest(method, first) : DayInWords.of(day, "spoken.day"),
                TimeSlot.find(to.timeSlot())
                        .map(slot -> Words.of("spoken.slot." + slot.code()))
                        .orElseGet(() -> Words.of("spoken.slot.none")),
                number);
    }

    private static Words gifts(List<OrderDestination> destinations) {
        return Words.joined(
                "\n",
                destinations.stream()
                        .filter(d -> !d.packing().present().plain())
                        .map(d -> Words.of(
                                "spoken.gift", d.name(), d.packing().present().instruction()))
                        .toList());
    }

    /** When the money comes nobody knows, so no day is promised for what waits for it. */
    private static Words soonest(PaymentMethod method, @Nullable LocalDate first) {
        if (prepaid(method)) {
            return Words.of("spoken.day.none.prepaid");
        }
        return first == null ? Words.of("spoken.day.none") : Words.of("spoken.day.none.about", near(first));
    }

    private static boolean prepaid(PaymentMethod method) {
        return method == PaymentMethod.BANK_TRANSFER || method == PaymentMethod.CONVENIENCE_STORE;
    }

    private static Words taxes(Quote quote) {
        return Words.of(
                "spoken.taxes",
                Words.list(quote.taxes().stream()
                        .filter(t -> t.amount() != 0)
                        .map(t -> Words.of("spoken.tax", t.percent(), t.amount(), t.tax()))
                        .toList()));
    }

    private Words payWhen(PaymentMethod method) {
        return switch (method) {
            case BANK_TRANSFER, CONVENIENCE_STORE -> Words.of("spoken.pay-when." + method, near(terms.lastDay(method)));
            default -> Words.of("spoken.pay-when." + method);
        };
    }

    private static Words shipWhen(PaymentMethod method) {
        return Words.of(prepaid(method) ? "spoken.ship-when.paid" : "spoken.ship-when.in-stock");
    }

    private static Words near(LocalDate day) {
        return DayInWords.of(day, "spoken.day.near");
    }

    private static Words yen(long amount) {
        return Words.of("spoken.yen", amount);
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
