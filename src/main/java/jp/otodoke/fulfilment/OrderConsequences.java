package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sums up the consequences of a decision: orders stopped or continued, and amounts refunded or booked. */
@Component
class OrderConsequences {
    private static final BilingualText NOTHING = BilingualText.asWritten("");

    private final FindOrder orders;
    private final FindPayment payments;
    private final FindShipment shipments;

    OrderConsequences(FindOrder orders, FindPayment payments, FindShipment shipments) {
        this.orders = orders;
        this.payments = payments;
        this.shipments = shipments;
    }

    @Transactional(readOnly = true)
    public BilingualText of(DecisionEffect effect, List<OpenTask> tasks) {
        var numbers = OrderSubject.in(tasks);
        var concerned = orders.all(numbers);
        if (concerned.isEmpty()) {
            return NOTHING;
        }
        var money = payments.all(numbers);
        var total = Yen.sum(concerned, order -> order.totals().total());
        return switch (effect) {
            case STOPS -> stopped(concerned, money, total);
            case CONTINUES -> BilingualText.of("task.then.goes-on", concerned.size(), total);
            case WAITS -> BilingualText.of("task.then.waits", concerned.size(), total);
            case REFUNDS -> some("task.then.refunds", Yen.sum(money, Payment::paid));
            case BOOKS_INCOME ->
                some("task.then.books-income", Yen.sum(money, p -> p.open().max(Yen.ZERO)));
        };
    }

    private static BilingualText some(String key, Yen amount) {
        return amount.isZero() ? NOTHING : BilingualText.of(key, amount);
    }

    private BilingualText stopped(List<Order> concerned, List<Payment> money, Yen total) {
        var parts = new ArrayList<BilingualText>();
        parts.add(BilingualText.of("task.then.stops", concerned.size(), total));
        long parcels = concerned.stream()
                .flatMap(order -> shipments.ofOrder(order.number()).stream())
                .filter(shipment -> Objects.requireNonNull(shipment.status()).atTheWarehouse())
                .count();
        if (parcels > 0) {
            parts.add(BilingualText.of("task.then.parcels", parcels));
        }
        var paid = Yen.sum(money, Payment::paid);
        if (paid.isPositive()) {
            parts.add(BilingualText.of("task.then.pays-back", paid));
        }
        var reserved = Yen.sum(
                money, payment -> payment.status() == PaymentStatus.AUTHORIZED ? payment.authorised() : Yen.ZERO);
        if (reserved.isPositive()) {
            parts.add(BilingualText.of("task.then.lets-go", reserved));
        }
        return BilingualText.of("task.then.all", BilingualText.list(parts));
    }
}
