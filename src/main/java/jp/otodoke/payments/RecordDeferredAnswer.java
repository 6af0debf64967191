package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.payments.DeferredAnswer.Outcome;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.payments.DeferredCalls.Pending;
import jp.otodoke.payments.DeferredCalls.Wanted;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books the answers of the provider of 後払い. What became of a call whose answer was lost is looked up by our own number, at growing
 * intervals and finally by a person; nothing is registered twice.
 */
@Component
public class RecordDeferredAnswer {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** After so many lost answers a person is asked; the look-ups go on. */
    private static final int LOST_BEFORE_TASK = 5;

    private final DeferredTransactions transactions;
    private final DeferredCalls calls;
    private final Payments payments;
    private final Refunds refunds;
    private final BookDeferredCheck check;
    private final BookDeferredReport report;
    private final BookDeferredCancellation cancellation;
    private final DeferredTasks tasks;
    private final AdvanceDeferred advance;
    private final FindOrder orders;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    RecordDeferredAnswer(
            DeferredTransactions transactions,
            DeferredCalls calls,
            Payments payments,
            Refunds refunds,
            BookDeferredCheck check,
            BookDeferredReport report,
            BookDeferredCancellation cancellation,
            DeferredTasks tasks,
            AdvanceDeferred advance,
            FindOrder orders,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.transactions = transactions;
        this.calls = calls;
        this.payments = payments;
        this.refunds = refunds;
        this.check = check;
        this.report = report;
        this.cancellation = cancellation;
        this.tasks = tasks;
        this.advance = advance;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /** Idempotent. */
    @Transactional
    public void record(DeferredAnswer answer) {
        var call = calls.get(answer.callId());
        var transaction = transactions.get(call.ownId());
        var payment = refunds.lock(transaction.order()).orElseThrow();
        if (!calls.answered(answer)) {
            return;
        }
        if (answer.outcome() == Outcome.UNKNOWN) {
            lost(payment, transaction, call);
        } else {
            tasks.known(call);
            book(payment, transaction, call, answer);
        }
        payments.saveAndFlush(payment);
        advance.advance(payment);
    }

    private void book(Payment payment, DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        switch (call.wanted()) {
            case REGISTER, UPDATE -> check.book(payment, transaction, call, answer);
            case REPORT -> report.book(payment, transaction, call, answer);
            case CONFIRM -> report.confirmed(transaction, call, answer);
            case CANCEL, REDUCE -> cancellation.book(payment, transaction, call, answer);
        }
    }

    /** A changed order is told again, as that does no harm; what happened to anything else is looked up. */
    private void lost(Payment payment, DeferredTransaction transaction, Pending call) {
        var waiting = call.wanted().check() && advance.isWanted(payment, transaction) && nothingShipped(payment);
        if (waiting) {
            payment.unknown(clock.instant());
        }
        var kind = call.wanted() == Wanted.UPDATE ? Kind.UPDATE : Kind.FIND;
        calls.again(kind, call, call.asked() + 1, PAUSES.get(Math.min(call.asked(), PAUSES.size() - 1)));
        if (call.asked() == LOST_BEFORE_TASK - 1 && call.wanted() != Wanted.CONFIRM) {
            if (waiting) {
                events.publishEvent(new PaymentUnknown(payment.orderNumber()));
            } else {
                tasks.noAnswer(transaction, call);
            }
        }
    }

    private boolean nothingShipped(Payment payment) {
        return orders.get(payment.orderNumber()).lines().stream().allMatch(line -> line.shipped() == 0);
    }
}
