package jp.otodoke.payments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderPlaced;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.TaxShares;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayInWords;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a customer by mail that the order has arrived, with what the law on specified commercial transactions wants said:
 * what, how much, when, how paid, how cancelled. What a shop's file brought was confirmed by the shop.
 */
@Component
class ConfirmOrder {
    private static final String TEMPLATE = "order-confirmed";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(" HH:mm");

    private final FindOrder orders;
    private final TaxShares taxes;
    private final PaymentTerms terms;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    ConfirmOrder(
            FindOrder orders,
            TaxShares taxes,
            PaymentTerms terms,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.taxes = taxes;
        this.terms = terms;
        this.timeline = timeline;
        this.events = events;
    }

    @EventListener
    void on(OrderPlaced placed) {
        var order = orders.get(placed.orderNumber());
        var address = order.buyerEmail();
        if (address == null || address.isBlank() || order.sourceFile() != null || order.sourceMessageId() != null) {
            return;
        }
        var told = Words.of("timeline.confirmed-by-mail");
        var notice = new Notice(TEMPLATE + ":" + order.number(), TEMPLATE, values(order), told);
        events.publishEvent(notice.to(order, address));
        timeline.add(order.number(), "ORDER_CONFIRMED", told, "system");
    }

    private Map<String, String> values(Order order) {
        var method = order.paymentMethod();
        return Map.of(
                "orderedAt", orderedAt(order),
                "lines", lines(order),
                "sums", sums(order),
                "total", Yen.of(order.totals().total()).toString(),
                "taxes", taxes(order),
                "method", name("method", method.name()),
                "payWhen", payWhen(method),
                "destinations", destinations(order.destinations()),
                "shipWhen", prepaid(method) ? "ご入金を確認してから発送します" : "在庫がそろいしだい、お届け日に間に合うように発送します");
    }

    private static String orderedAt(Order order) {
        var at = order.orderedAt().atZone(BusinessClock.TOKYO);
        return DayInWords.of(at.toLocalDate()).japanese() + MINUTE.format(at);
    }

    private static String lines(Order order) {
        return order.lines().stream()
                .map(l -> "  ・%s %,d点 %s%s"
                        .formatted(l.name(), l.quantity(), Yen.of(l.amount()), l.taxRate() == 8 ? "(軽減税率 8%)" : ""))
                .collect(Collectors.joining("\n"));
    }

    /** Only what there is: nobody wants to read of a discount of nothing. */
    private static String sums(Order order) {
        var totals = order.totals();
        return Stream.of(
                        sum("商品", totals.goods(), true),
                        sum("送料", totals.shipping(), true),
                        sum("包装", totals.wrapping(), false),
                        sum("手数料", totals.otherFee(), false),
                        sum("値引き", -totals.discount(), false),
                        sum("ポイントのご利用", -totals.points(), false))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String sum(String what, long yen, boolean always) {
        return yen == 0 && !always ? "" : "  %s: %s".formatted(what, Yen.of(yen));
    }

    private String taxes(Order order) {
        return taxes.of(order).stream()
                .map(t -> "  (%d%%対象 %s、うち消費税 %s)".formatted(t.percent(), Yen.of(t.amount()), Yen.of(t.tax())))
                .collect(Collectors.joining("\n"));
    }

    private String destinations(List<OrderDestination> destinations) {
        return destinations.stream()
                .map(d -> "  お届け先: %s 様 %s\n  お届け日: %s%s"
                        .formatted(d.name(), d.address().oneLine(), day(d.deliveryDate()), slot(d.timeSlot())))
                .collect(Collectors.joining("\n"));
    }

    private static String day(@Nullable LocalDate wished) {
        return wished == null ? "ご指定なし(最短でお届けします)" : DayInWords.of(wished).japanese();
    }

    private String slot(@Nullable String code) {
        return code == null ? "" : " " + name("slot", code);
    }

    /** No day is named for what waits for a mail of its own: its time runs from there. */
    private String payWhen(PaymentMethod method) {
        return switch (method) {
            case CREDIT_CARD -> "発送の時点でカードにご請求します。お引き落としの日はカード会社の規約によります";
            case CASH_ON_DELIVERY -> "お届けのときに、配達員へお支払いください";
            case BANK_TRANSFER -> "別のメールでご案内する口座へ、ご案内から%d日以内にお振り込みください".formatted(terms.days(method));
            case CONVENIENCE_STORE -> "別にご案内する番号または払込票で、ご案内から%d日以内にお支払いください".formatted(terms.days(method));
            case DEFERRED -> "商品の到着後、お送りする請求書でお支払いください";
            case DIRECT_DEBIT -> "ご登録の口座から、次の振替日にお引き落としします";
            case INVOICE -> "請求書の期日までにお支払いください";
        };
    }

    private static boolean prepaid(PaymentMethod method) {
        return method == PaymentMethod.BANK_TRANSFER || method == PaymentMethod.CONVENIENCE_STORE;
    }

    private String name(String kind, String code) {
        return Words.named(kind, code).japanese();
    }
}
