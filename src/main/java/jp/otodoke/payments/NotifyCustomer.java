package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.Order;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notifies customers about their payment by mail, or through a task for staff if they have no address. */
@Component
public class NotifyCustomer {
    private static final String TASK = "tell-customer";
    private static final Duration TIME_TO_CALL = Duration.ofDays(1);

    private final Payments payments;
    private final Inbox inbox;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    NotifyCustomer(Payments payments, Inbox inbox, ApplicationEventPublisher events, BusinessClock clock) {
        this.payments = payments;
        this.inbox = inbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends the notice and withdraws earlier ones for the order that staff have not yet passed on.
     *
     * @return true if it goes by mail, false if a task was opened
     */
    @Transactional
    public boolean tell(Order order, CustomerNotice customerNotice) {
        nothingMore(order.number());
        var address = order.buyerEmail();
        if (address != null) {
            events.publishEvent(customerNotice.to(order, address));
            return true;
        }
        inbox.open(new NewTask(
                TASK + ":" + customerNotice.key(),
                TASK,
                "orders",
                BilingualText.of("task.tell-customer.reason", customerNotice.toSay(), order.number()),
                List.of(order.number()),
                clock.instant().plus(TIME_TO_CALL),
                1,
                order.number()));
        return false;
    }

    /** Withdraws notices for the order that staff have not yet passed on. */
    @Transactional
    public void nothingMore(String orderNumber) {
        // Only orders with a due date can have such tasks; checking that first saves a query for most orders.
        if (payments.findById(orderNumber).filter(p -> p.dueBy() != null).isPresent()) {
            inbox.close(TASK, orderNumber);
        }
    }

    @EventListener
    void on(PaymentSecured secured) {
        nothingMore(secured.orderNumber());
    }
}
