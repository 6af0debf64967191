package jp.otodoke.payments;

import java.time.Duration;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Opens what people have to decide about refunds, and closes what they need not decide any more. */
@Component
class RefundTasks {
    private static final Duration SOON = Duration.ofDays(3);

    private final Inbox inbox;
    private final BusinessClock clock;

    RefundTasks(Inbox inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Somebody is to say by which route what is due goes back.
     *
     * @param shop whether the shop has collected some of it
     */
    void askForRoute(Payment payment, Yen due, boolean shop) {
        inbox.open(NewTask.of(
                        RefundDueTask.TYPE,
                        "refund-due:" + payment.orderNumber() + ":" + due.amount(),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of(
                                "task.refund-due.reason",
                                payment.orderNumber(),
                                due.amount(),
                                BilingualText.of("method." + payment.method())))
                .offering(RefundDueTask.decisions(shop))
                .dueAt(clock.instant().plus(SOON))
                .urgent(1));
    }

    /** What is due is another sum, or nothing. */
    void routeIsDecided(OrderNumber order) {
        inbox.resolve(RefundDueTask.TYPE, OrderSubject.of(order));
    }

    /** Somebody other than who asked is to approve it. */
    void askForApproval(Refund refund) {
        inbox.open(NewTask.of(
                        RefundApprovalTask.TYPE,
                        RefundApprovalTask.key(refund.id()),
                        OrderSubject.of(refund.order()),
                        BilingualText.of(
                                "task.refund-to-approve.reason",
                                refund.order(),
                                refund.amount(),
                                BilingualText.of("refund-route." + refund.route()),
                                BilingualText.asWritten(refund.requestedBy())))
                .dueAt(clock.instant().plus(SOON))
                .worth(refund.amount())
                .urgent(1));
    }

    /** Somebody is to ask the customer for an account. */
    void askForAccount(Refund refund) {
        inbox.open(NewTask.of(
                        RefundAccountTask.TYPE,
                        RefundAccountTask.key(refund.id()),
                        OrderSubject.of(refund.order()),
                        BilingualText.of("task.refund-account.reason", refund.order(), refund.amount()))
                .dueAt(clock.instant().plus(SOON))
                .worth(refund.amount()));
    }

    void accountIsKnown(long refund) {
        inbox.close(RefundAccountTask.key(refund));
    }

    /** Nothing of it is left to decide. */
    void decided(long refund) {
        inbox.close(RefundApprovalTask.key(refund));
        inbox.close(RefundAccountTask.key(refund));
    }
}
