package jp.otodoke.payments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrdersPlaced;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.TaxShares;
import jp.otodoke.orders.Timeline;
import jp.otodoke.orders.Totals;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.mail.MailsRequested;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends order confirmations with the details required by the Act on Specified Commercial Transactions: goods,
 * amounts, delivery, payment and cancellation. In Japanese, like all mails to customers. Orders imported from a
 * shop were already confirmed by the shop.
 */
@Component
class SendOrderConfirmation {
    private static final String TEMPLATE = "order-confirmed";
    private static final BilingualText TEXT = BilingualText.of("timeline.confirmed-by-mail");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(" HH:mm");

    private final FindOrder orders;
    private final TaxShares taxes;
    private final PaymentTerms terms;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    SendOrderConfirmation(
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
    void on(OrdersPlaced placed) {
        var confirmed = orders.all(placed.numbers()).stream()
                .filter(SendOrderConfirmation::isOurs)
                .sorted(Comparator.comparing(Order::number))
                .toList();
        if (confirmed.isEmpty()) {
            return;
        }
        var shares = taxes.of(confirmed);
        events.publishEvent(new MailsRequested(confirmed.stream()
                .map(order -> mail(order, shares.getOrDefault(order.number(), List.of())))
                .toList()));
        timeline.add(confirmed.stream()
                .map(order -> new Timeline.Entry(order.number(), "ORDER_CONFIRMED", TEXT, "system"))
                .toList());
    }

    private MailRequested mail(Order order, List<Totals.TaxShare> shares) {
        var notice = new CustomerNotice(TEMPLATE + ":" + order.number(), TEMPLATE, values(order, shares), TEXT);
        return notice.to(order, Objects.requireNonNull(order.buyerEmail()));
    }

    private static boolean isOurs(Order order) {
        var address = order.buyerEmail();
        return address != null && !address.isBlank() && order.sourceFile() == null && order.sourceMessageId() == null;
    }

    private Map<String, String> values(Order order, List<Totals.TaxShare> shares) {
        var method = order.paymentMethod();
        return Map.of(
                "orderedAt", orderedAt(order),
                "lines", lines(order),
                "sums", sums(order),
                "total", order.totals().total().toString(),
                "taxes", taxes(shares),
                "method", BilingualText.named("method", method.name()).japanese(),
                "payWhen", payWhen(method).japanese(),
                "destinations", destinations(order.destinations()),
                "shipWhen",
                        BilingualText.of(prepaid(method) ? "mail.ship-when.paid" : "mail.ship-when.in-stock")
                                .japanese());
    }

    private static String orderedAt(Order order) {
        var at = order.orderedAt().atZone(BusinessClock.TOKYO);
        return DayFormat.of(at.toLocalDate()).japanese() + MINUTE.format(at);
    }

    private static String lines(Order order) {
        return order.lines().stream()
                .map(l -> BilingualText.of(
                        l.taxRate() == 8 ? "mail.line.reduced" : "mail.line", l.name(), l.quantity(), l.amount()))
                .map(SendOrderConfirmation::indented)
                .collect(Collectors.joining("\n"));
    }

    /** Omits amounts of zero. */
    private static String sums(Order order) {
        var totals = order.totals();
        return Stream.of(
                        sum("mail.sum.goods", totals.goods(), true),
                        sum("mail.sum.shipping", totals.shipping(), true),
                        sum("mail.sum.wrapping", totals.wrapping(), false),
                        sum("mail.sum.fee", totals.otherFee(), false),
                        sum("mail.sum.discount", totals.discount().negated(), false),
                        sum("mail.sum.points", totals.points().negated(), false))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String sum(String key, Yen amount, boolean always) {
        return amount.isZero() && !always ? "" : indented(BilingualText.of(key, amount));
    }

    private static String taxes(List<Totals.TaxShare> shares) {
        return shares.stream()
                .map(t -> BilingualText.of("mail.tax", t.percent(), t.amount(), t.tax()))
                .map(SendOrderConfirmation::indented)
                .collect(Collectors.joining("\n"));
    }

    private static String destinations(List<OrderDestination> destinations) {
        return destinations.stream()
                .flatMap(d -> Stream.of(
                        BilingualText.of(
                                "mail.destination", d.name(), d.address().oneLine()),
                        BilingualText.of("mail.delivery", day(d.deliveryDate(), d.timeSlot()))))
                .map(SendOrderConfirmation::indented)
                .collect(Collectors.joining("\n"));
    }

    private static BilingualText day(@Nullable LocalDate requested, @Nullable String slot) {
        var day = requested == null ? BilingualText.of("mail.delivery.none") : DayFormat.of(requested);
        return slot == null ? day : BilingualText.joined(" ", List.of(day, BilingualText.named("slot", slot)));
    }

    /** No due date is given where a separate payment request follows, as the term starts with that mail. */
    private BilingualText payWhen(PaymentMethod method) {
        return switch (method) {
            case BANK_TRANSFER, CONVENIENCE_STORE -> BilingualText.of("mail.pay-when." + method, terms.days(method));
            default -> BilingualText.of("mail.pay-when." + method);
        };
    }

    private static String indented(BilingualText line) {
        return "  " + line.japanese();
    }

    private static boolean prepaid(PaymentMethod method) {
        return method == PaymentMethod.BANK_TRANSFER || method == PaymentMethod.CONVENIENCE_STORE;
    }
}
