package jp.otodoke.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.pages.Show;
import jp.otodoke.workflow.OpenTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What will follow from a decision, in numbers: what stops, what moves, what money goes where. */
@Component
class Consequences {
    private final FindOrder orders;
    private final FindPayment payments;
    private final FindShipment shipments;
    private final Answers answers;
    private final Show show;

    Consequences(FindOrder orders, FindPayment payments, FindShipment shipments, Answers answers, Show show) {
        this.orders = orders;
        this.payments = payments;
        this.shipments = shipments;
        this.answers = answers;
        this.show = show;
    }

    /** Empty where no order is concerned: then the decision's own words say all. */
    @Transactional(readOnly = true)
    String inWords(List<OpenTask> tasks, String decision) {
        var numbers = tasks.stream()
                .flatMap(task -> task.orderNumbers().stream())
                .distinct()
                .toList();
        var concerned = orders.all(numbers);
        if (concerned.isEmpty()) {
            return "";
        }
        var money = payments.all(numbers);
        var total = sum(concerned, order -> order.totals().total());
        if (decision.startsWith("CANCEL")) {
            return stopped(concerned, money, total);
        }
        if (decision.startsWith("REFUND")) {
            return answers.text("inbox.then.refunds", show.money(sum(money, Payment::paid)));
        }
        return decision.startsWith("WAIT")
                ? answers.text("inbox.then.waits", concerned.size(), show.money(total))
                : answers.text("inbox.then.goes-on", concerned.size(), show.money(total));
    }

    private String stopped(List<Order> concerned, List<Payment> money, long total) {
        var parts = new ArrayList<String>();
        parts.add(answers.text("inbox.then.stops", concerned.size(), show.money(total)));
        long parcels = concerned.stream()
                .flatMap(order -> shipments.ofOrder(order.number()).stream())
                .filter(parcel -> Objects.requireNonNull(parcel.status()).atTheWarehouse())
                .count();
        if (parcels > 0) {
            parts.add(answers.text("inbox.then.parcels", parcels));
        }
        long paid = sum(money, Payment::paid);
        if (paid > 0) {
            parts.add(answers.text("inbox.then.pays-back", show.money(paid)));
        }
        long reserved = sum(money, payment -> payment.status() == PaymentStatus.AUTHORIZED ? payment.authorised() : 0L);
        if (reserved > 0) {
            parts.add(answers.text("inbox.then.lets-go", show.money(reserved)));
        }
        return String.join(answers.text("inbox.then.and"), parts) + answers.text("inbox.then.end");
    }

    private static <T> long sum(List<T> things, ToLongFunction<T> amount) {
        return things.stream().mapToLong(amount).sum();
    }
}
