package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import jp.otodoke.orders.Order;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customers hear of their money by mail; those without an address are called or written to by a person. */
@Component
public class TellCustomer {
    private static final String TASK = "tell-customer";
    private static final Duration TIME_TO_CALL = Duration.ofDays(1);

    private final Payments payments;
    private final Inbox inbox;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    TellCustomer(Payments payments, Inbox inbox, ApplicationEventPublisher events, BusinessClock clock) {
        this.payments = payments;
        this.inbox = inbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What was still to be told of the order is out of date by this.
     *
     * @return whether it goes by mail
     */
    @Transactional
    public boolean tell(Order order, Notice notice) {
        nothingMore(order.number());
        var address = order.buyerEmail();
        if (address != null) {
            events.publishEvent(notice.to(order, address));
            return true;
        }
        inbox.open(new NewTask(
                TASK + ":" + notice.key(),
                TASK,
                "orders",
                Words.of("task.tell-customer.reason", notice.toSay(), order.number()),
                List.of(order.number()),
                clock.instant().plus(TIME_TO_CALL),
                1,
                order.number()));
        return false;
    }

    /** Whatever a person was still to tell of the order has lost its sense. */
    @Transactional
    public void nothingMore(String orderNumber) {
        // Of most orders nothing ever was to be told, which is known without asking for tasks.
        if (payments.findById(orderNumber).filter(p -> p.dueBy() != null).isPresent()) {
            inbox.close(TASK, orderNumber);
        }
    }

    @EventListener
    void on(PaymentSecured secured) {
        nothingMore(secured.orderNumber());
    }
}
