package jp.otodoke.payments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.mail.MailsRequested;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notifies customers about their payment by mail, or through a task for staff if they have no address. */
@Component
public class NotifyCustomer {
    private static final Duration TIME_TO_CALL = Duration.ofDays(1);

    private final Payments payments;
    private final Inbox inbox;
    private final CustomerNoticeTexts texts;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    NotifyCustomer(
            Payments payments,
            Inbox inbox,
            CustomerNoticeTexts texts,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.payments = payments;
        this.inbox = inbox;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends the notice and withdraws earlier ones for the order that staff have not yet passed on.
     *
     * @return true if it goes by mail, false if a task was opened
     */
    @Transactional
    public boolean send(Order order, CustomerNotice customerNotice) {
        withdraw(order.number());
        var address = order.buyerEmail();
        if (address != null) {
            events.publishEvent(customerNotice.to(order, address));
            return true;
        }
        askStaff(order, customerNotice);
        return false;
    }

    /** Sends notices of many orders; earlier ones that staff have not yet passed on stay. */
    @Transactional
    public void sendAll(Map<Order, CustomerNotice> notices) {
        var mails = new ArrayList<MailRequested>();
        notices.forEach((order, notice) -> {
            var address = order.buyerEmail();
            if (address == null) {
                askStaff(order, notice);
            } else {
                mails.add(notice.to(order, address));
            }
        });
        if (!mails.isEmpty()) {
            events.publishEvent(new MailsRequested(mails));
        }
    }

    private void askStaff(Order order, CustomerNotice customerNotice) {
        var key = TellCustomerTask.TYPE + ":" + customerNotice.key();
        texts.add(key, order, customerNotice);
        inbox.open(NewTask.of(
                        TellCustomerTask.TYPE,
                        key,
                        OrderSubject.of(order.number()),
                        BilingualText.of("task.tell-customer.reason", customerNotice.textForStaff(), order.number()))
                .dueAt(clock.instant().plus(TIME_TO_CALL))
                .urgent(1));
    }

    /** Withdraws notices for the order that staff have not yet passed on. */
    @Transactional
    public void withdraw(OrderNumber orderNumber) {
        // Only orders with a due date can have such tasks; checking that first saves a query for most orders.
        if (payments.findById(orderNumber).filter(p -> p.dueBy() != null).isPresent()) {
            inbox.resolve(TellCustomerTask.TYPE, OrderSubject.of(orderNumber));
            texts.removeOf(orderNumber);
        }
    }

    @EventListener
    void on(PaymentSecured secured) {
        withdraw(secured.orderNumber());
    }

    @EventListener
    void on(PaymentsSettled settled) {
        inbox.resolve(TellCustomerTask.TYPE, OrderSubject.KIND, settled.keys());
        texts.removeOf(settled.orderNumbers());
    }
}
