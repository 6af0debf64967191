package jp.otodoke.desk.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.web.FlashMessages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What will follow from a decision, in numbers: what stops, what moves, what money goes where. */
@Component
class Consequences {
    /** What each decision does to orders and money; those that are not named leave both alone or do so in part only. */
    private static final Map<String, Effect> EFFECTS = Map.ofEntries(
            Map.entry("review-order.APPROVE", Effect.GOES_ON),
            Map.entry("review-order.CANCEL", Effect.STOPS),
            Map.entry("payment-declined.BANK_TRANSFER", Effect.WAITS),
            Map.entry("payment-declined.CASH_ON_DELIVERY", Effect.GOES_ON),
            Map.entry("payment-declined.CANCEL", Effect.STOPS),
            Map.entry("payment-unknown.CANCEL", Effect.STOPS),
            Map.entry("arrange-payment.SECURED", Effect.GOES_ON),
            Map.entry("arrange-payment.BANK_TRANSFER", Effect.WAITS),
            Map.entry("arrange-payment.CANCEL", Effect.STOPS),
            Map.entry("mandate-missing.BANK_TRANSFER", Effect.WAITS),
            Map.entry("mandate-missing.CASH_ON_DELIVERY", Effect.GOES_ON),
            Map.entry("mandate-missing.CANCEL", Effect.STOPS),
            Map.entry("stock-missing.WAIT", Effect.WAITS),
            Map.entry("stock-missing.CANCEL", Effect.STOPS),
            Map.entry("date-unreachable.EARLIEST", Effect.GOES_ON),
            Map.entry("date-unreachable.CANCEL", Effect.STOPS),
            Map.entry("order-on-hold.RELEASE", Effect.GOES_ON),
            Map.entry("order-on-hold.CANCEL", Effect.STOPS),
            Map.entry("instruction-rejected.RESEND", Effect.GOES_ON),
            Map.entry("parcel-overdue.WAIT", Effect.WAITS),
            Map.entry("cancel-too-late.LET_GO", Effect.GOES_ON),
            Map.entry("delivery-trouble.REFUND", Effect.PAYS_BACK),
            Map.entry("settlement-overdue.RECEIVED", Effect.BOOKS_INCOME),
            Map.entry("settlement-overdue.WAIT", Effect.WAITS),
            Map.entry("refund-due.REFUNDED", Effect.BOOKS_REFUND));

    private final FindOrder orders;
    private final FindPayment payments;
    private final FindShipment shipments;
    private final FlashMessages flashMessages;
    private final Formats formats;

    Consequences(
            FindOrder orders,
            FindPayment payments,
            FindShipment shipments,
            FlashMessages flashMessages,
            Formats formats) {
        this.orders = orders;
        this.payments = payments;
        this.shipments = shipments;
        this.flashMessages = flashMessages;
        this.formats = formats;
    }

    /** Empty where the numbers of orders and money stay as they are: then the decision's own words say all. */
    @Transactional(readOnly = true)
    String inWords(List<OpenTask> tasks, String decision) {
        var effect = tasks.isEmpty() ? null : EFFECTS.get(tasks.get(0).type() + "." + decision);
        var numbers = tasks.stream()
                .flatMap(task -> task.orderNumbers().stream())
                .distinct()
                .toList();
        var concerned = orders.all(numbers);
        if (effect == null || concerned.isEmpty()) {
            return "";
        }
        var money = payments.all(numbers);
        var total = sum(concerned, order -> order.totals().total());
        return switch (effect) {
            case STOPS -> stopped(concerned, money, total);
            case GOES_ON -> flashMessages.text("inbox.then.goes-on", concerned.size(), formats.money(total));
            case WAITS -> flashMessages.text("inbox.then.waits", concerned.size(), formats.money(total));
            case PAYS_BACK -> some("inbox.then.refunds", sum(money, Payment::paid));
            case BOOKS_REFUND -> some("inbox.then.books-refund", sum(money, p -> Math.max(0, p.paid() - p.charged())));
            case BOOKS_INCOME -> some("inbox.then.books-income", sum(money, p -> Math.max(0, p.charged() - p.paid())));
        };
    }

    private String some(String words, long yen) {
        return yen == 0 ? "" : flashMessages.text(words, formats.money(yen));
    }

    private String stopped(List<Order> concerned, List<Payment> money, long total) {
        var parts = new ArrayList<String>();
        parts.add(flashMessages.text("inbox.then.stops", concerned.size(), formats.money(total)));
        long parcels = concerned.stream()
                .flatMap(order -> shipments.ofOrder(order.number()).stream())
                .filter(parcel -> Objects.requireNonNull(parcel.status()).atTheWarehouse())
                .count();
        if (parcels > 0) {
            parts.add(flashMessages.text("inbox.then.parcels", parcels));
        }
        long paid = sum(money, Payment::paid);
        if (paid > 0) {
            parts.add(flashMessages.text("inbox.then.pays-back", formats.money(paid)));
        }
        long reserved = sum(money, payment -> payment.status() == PaymentStatus.AUTHORIZED ? payment.authorised() : 0L);
        if (reserved > 0) {
            parts.add(flashMessages.text("inbox.then.lets-go", formats.money(reserved)));
        }
        return String.join(flashMessages.text("inbox.then.and"), parts) + flashMessages.text("inbox.then.end");
    }

    private static <T> long sum(List<T> things, ToLongFunction<T> amount) {
        return things.stream().mapToLong(amount).sum();
    }

    private enum Effect {
        STOPS,
        GOES_ON,
        WAITS,
        PAYS_BACK,
        BOOKS_REFUND,
        BOOKS_INCOME
    }
}
