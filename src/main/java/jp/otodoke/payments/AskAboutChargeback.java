package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.Chargeback.State;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/**
 * Asks a person what becomes of a chargeback, once the goods have left or the order has ended. An order that still waits is stopped and
 * asked about by its own process.
 */
@Component
class AskAboutChargeback {
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(3);

    private final Chargebacks chargebacks;
    private final Payments payments;
    private final FindOrder orders;
    private final Inbox inbox;
    private final BusinessClock clock;

    AskAboutChargeback(Chargebacks chargebacks, Payments payments, FindOrder orders, Inbox inbox, BusinessClock clock) {
        this.chargebacks = chargebacks;
        this.payments = payments;
        this.orders = orders;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Has no effect if nobody has to decide anything. */
    void about(OrderNumber number) {
        var undecided = chargebacks.of(number).stream()
                .filter(one -> one.state() == State.OPEN || one.state() == State.LOST)
                .toList();
        if (!undecided.isEmpty()) {
            about(orders.get(number), undecided);
        }
    }

    private void about(Order order, List<Chargeback> undecided) {
        if (order.openPieces() > 0) {
            return;
        }
        var owed = payments.findById(order.number()).orElseThrow().open().isPositive();
        for (var one : undecided) {
            if (owed) {
                inbox.open(task(one, order));
            } else {
                chargebacks.decided(one, State.ACCEPTED, CurrentStaff.SYSTEM);
            }
        }
    }

    private NewTask task(Chargeback one, Order order) {
        return NewTask.of(
                        ChargebackTask.TYPE,
                        ChargebackTask.key(one, one.state()),
                        OrderSubject.of(one.order()),
                        BilingualText.of(
                                "task.card-chargeback.reason." + one.state(),
                                one.order(),
                                one.amount(),
                                Objects.requireNonNullElse(one.reason(), one.id())))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE))
                .urgent(2)
                .offering(ChargebackTask.decisions(one, order.progress() == OrderStatus.CANCELLED));
    }

    /** The card company has decided. */
    void noMore(Chargeback one) {
        inbox.close(ChargebackTask.key(one, State.OPEN));
        inbox.close(ChargebackTask.key(one, State.LOST));
    }
}
