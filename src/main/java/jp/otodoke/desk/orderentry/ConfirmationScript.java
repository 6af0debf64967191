package jp.otodoke.desk.orderentry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The text that an operator reads to the customer before the order is final, as the law on specified commercial
 * transactions wants it: what, how much, when, how paid, how delivered, how cancelled. Always in Japanese.
 */
@Component
class ConfirmationScript {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日 EEEE", Locale.JAPAN);

    private static final DateTimeFormatter NEAR = DateTimeFormatter.ofPattern("M月d日(E)", Locale.JAPAN);

    private final Confirmations confirmations;
    private final PaymentTerms terms;

    ConfirmationScript(Confirmations confirmations, PaymentTerms terms) {
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
                        Map.entry("customer", customer),
                        Map.entry("lines", lines(quote)),
                        Map.entry("destinations", destinations(quote.destinations(), method, first)),
                        Map.entry("gifts", gifts(quote.destinations())),
                        Map.entry("goods", yen(totals.goods())),
                        Map.entry("shipping", yen(totals.shipping())),
                        Map.entry("fee", fee(totals)),
                        Map.entry("total", yen(totals.total())),
                        Map.entry("taxes", taxes(quote)),
                        Map.entry("method", name(method)),
                        Map.entry("payWhen", payWhen(method)),
                        Map.entry("shipWhen", shipWhen(method))));
        return new Text(wording.version(), body, print(wording.version() + "\n" + body));
    }

    private static String fill(String wording, Map<String, String> values) {
        return wording.lines()
                .map(line -> {
                    var filled = line;
                    for (var value : values.entrySet()) {
                        filled = filled.replace("{" + value.getKey() + "}", value.getValue());
                    }
                    return filled;
                })
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String fee(Totals totals) {
        return totals.wrapping() == 0
                ? yen(totals.fee())
                : "%s(うちギフト包装 %s)".formatted(yen(totals.fee()), yen(totals.wrapping()));
    }

    private static String lines(Quote quote) {
        var several = quote.destinations().size() > 1;
        return quote.lines().stream()
                .map(l -> "・%s %d点 %s%s"
                        .formatted(
                                l.name(),
                                l.quantity(),
                                yen(l.amount()),
                                several ? "(お届け先" + l.destination() + ")" : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String destinations(
            List<OrderDestination> destinations, PaymentMethod method, IntFunction<@Nullable LocalDate> first) {
        return IntStream.range(0, destinations.size())
                .mapToObj(i -> "・%s%s 様 %s、%s"
                        .formatted(
                                destinations.size() > 1 ? "お届け先" + (i + 1) + " " : "",
                                destinations.get(i).name(),
                                destinations.get(i).address().oneLine(),
                                when(
                                        destinations.get(i).deliveryDate(),
                                        destinations.get(i).timeSlot(),
                                        method,
                                        first.apply(i))))
                .collect(Collectors.joining("\n"));
    }

    private static String gifts(List<OrderDestination> destinations) {
        return destinations.stream()
                .filter(d -> !d.packing().present().plain())
                .map(d -> "・%s 様へのお届けには次の用意をいたします。%s"
                        .formatted(d.name(), d.packing().present().instruction()))
                .collect(Collectors.joining("\n"));
    }

    private static String when(
            @Nullable LocalDate day, @Nullable String slot, PaymentMethod method, @Nullable LocalDate first) {
        var time = TimeSlot.find(slot).map(ConfirmationScript::name).orElse("時間帯の指定なし");
        return (day == null ? soonest(method, first) : DAY.format(day)) + " " + time;
    }

    /** When the money comes nobody knows, so no day is promised for what waits for it. */
    private static String soonest(PaymentMethod method, @Nullable LocalDate first) {
        if (prepaid(method)) {
            return "お届け日の指定なし(ご入金確認後に発送し、最短でお届け)";
        }
        return first == null ? "お届け日の指定なし(最短でお届け)" : "お届け日の指定なし(最短で%sごろ)".formatted(NEAR.format(first));
    }

    private static boolean prepaid(PaymentMethod method) {
        return method == PaymentMethod.BANK_TRANSFER || method == PaymentMethod.CONVENIENCE_STORE;
    }

    private static String taxes(Quote quote) {
        return quote.taxes().stream()
                .filter(t -> t.amount() != 0)
                .map(t -> "%d%%対象 %s のうち消費税 %s".formatted(t.percent(), yen(t.amount()), yen(t.tax())))
                .collect(Collectors.joining("、", "内訳は、", "です。"));
    }

    private static String name(TimeSlot slot) {
        return switch (slot) {
            case AM -> "午前中";
            case FROM_14 -> "14時から16時";
            case FROM_16 -> "16時から18時";
            case FROM_18 -> "18時から20時";
            case FROM_19 -> "19時から21時";
        };
    }

    private static String name(PaymentMethod method) {
        return switch (method) {
            case CREDIT_CARD -> "クレジットカード";
            case CASH_ON_DELIVERY -> "代金引換";
            case BANK_TRANSFER -> "銀行振込(前払い)";
            case CONVENIENCE_STORE -> "コンビニ払い(前払い)";
            case DEFERRED -> "後払い";
            case DIRECT_DEBIT -> "口座振替";
            case INVOICE -> "掛売り(請求書)";
        };
    }

    private String payWhen(PaymentMethod method) {
        var last = NEAR.format(terms.lastDay(method));
        return switch (method) {
            case CREDIT_CARD -> "出荷の時点でカードにご請求し、お引き落としの日はカード会社の規約によります。";
            case CASH_ON_DELIVERY -> "お届けのときに、配達員へお支払いください。";
            case BANK_TRANSFER -> "ご案内する口座へ、" + last + "までにお振り込みください。振込手数料はお客様のご負担です。";
            case CONVENIENCE_STORE -> "ご案内する番号で、" + last + "までにコンビニエンスストアでお支払いください。";
            case DEFERRED -> "商品の到着後、お送りする請求書でお支払いください。";
            case DIRECT_DEBIT -> "ご登録の口座から、次の振替日にお引き落としします。";
            case INVOICE -> "請求書の期日までにお支払いください。";
        };
    }

    private static String shipWhen(PaymentMethod method) {
        return prepaid(method) ? "商品は、ご入金を確認してから発送します。" : "商品は、在庫がそろい次第、お届け日に間に合うように発送します。";
    }

    private static String yen(long amount) {
        return "%,d円".formatted(Yen.of(amount).amount());
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
