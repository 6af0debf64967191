package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.platform.data.KeptPlans;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books the gateway's answers. A lost answer is a state of its own: the gateway is searched by transaction number
 * at growing intervals, nothing is charged again before the result is known, and finally staff are involved.
 */
@Component
public class RecordCardAnswer {
    private static final List<Duration> SEARCH_DELAYS = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** After this many searches a task is opened; searching continues at longer intervals. */
    private static final int SEARCHES_BEFORE_TASK = 5;

    private final KeptPlans plans;
    private final Payments payments;
    private final FindPayment findPayment;
    private final FindOrder orders;
    private final CardCalls calls;
    private final AllocatePayments allocatePayments;
    private final RefundExcess refundExcess;
    private final RetryDeclined retryDeclined;
    private final AskForCard askForCard;
    private final EndDeclinedCard endDeclinedCard;
    private final BookRenewal renewal;
    private final Refunds refunds;
    private final Inbox inbox;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    RecordCardAnswer(
            KeptPlans plans,
            Payments payments,
            FindPayment findPayment,
            FindOrder orders,
            CardCalls calls,
            AllocatePayments allocatePayments,
            RefundExcess refundExcess,
            RetryDeclined retryDeclined,
            AskForCard askForCard,
            EndDeclinedCard endDeclinedCard,
            BookRenewal renewal,
            Refunds refunds,
            Inbox inbox,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.plans = plans;
        this.payments = payments;
        this.findPayment = findPayment;
        this.orders = orders;
        this.calls = calls;
        this.allocatePayments = allocatePayments;
        this.refundExcess = refundExcess;
        this.retryDeclined = retryDeclined;
        this.askForCard = askForCard;
        this.endDeclinedCard = endDeclinedCard;
        this.renewal = renewal;
        this.refunds = refunds;
        this.inbox = inbox;
        this.events = events;
        this.clock = clock;
    }

    /** Idempotent. The payment is locked, as its goods may leave at the same moment. */
    @Transactional
    public void record(CardAnswer answer) {
        plans.use();
        var call = calls.pending(answer.callId());
        if (!calls.answered(call, answer)) {
            return;
        }
        var payment = findPayment.locked(call.orderNumber());
        if (answer.outcome() == Outcome.UNKNOWN) {
            search(payment, call);
        } else {
            book(payment, call, answer);
        }
        payments.saveAndFlush(payment);
    }

    private void search(Payment payment, CardCalls.Pending call) {
        var current = call.transactionNo().equals(payment.transactionNo());
        if (current && (call.wanted() == Kind.AUTHORISE || call.wanted() == Kind.CAPTURE)) {
            if (!payment.isAwaiting(call.wanted())) {
                return;
            }
            payment.unknown(clock.instant());
        }
        var asked = call.asked();
        var pause = SEARCH_DELAYS.get(Math.min(asked, SEARCH_DELAYS.size() - 1));
        calls.again(Kind.SEARCH, payment, call, asked + 1, pause);
        if (asked == SEARCHES_BEFORE_TASK - 1) {
            if (current && call.wanted() == Kind.AUTHORISE && payment.charged().isPositive() && !allShipped(payment)) {
                events.publishEvent(new PaymentUnknown(payment.orderNumber()));
            } else {
                inbox.open(unknownTask(payment, call));
            }
        }
    }

    private NewTask unknownTask(Payment payment, CardCalls.Pending call) {
        return NewTask.of(
                        CardResultUnknownTask.TYPE,
                        CardResultUnknownTask.key(call),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of(
                                "task.card-result-unknown.reason",
                                payment.orderNumber(),
                                words(call.wanted()),
                                call.transactionNo(),
                                call.amount().amount()))
                .dueAt(clock.instant().plus(Duration.ofHours(4)))
                .urgent(1);
    }

    private static BilingualText words(Kind kind) {
        return switch (kind) {
            case AUTHORISE -> BilingualText.of("task.card-result-unknown.call.AUTHORISE");
            case CAPTURE -> BilingualText.of("task.card-result-unknown.call.CAPTURE");
            case VOID -> BilingualText.of("task.card-result-unknown.call.VOID");
            case REFUND -> BilingualText.of("task.card-result-unknown.call.REFUND");
            case SEARCH -> BilingualText.of("task.card-result-unknown.call.SEARCH");
        };
    }

    private void book(Payment payment, CardCalls.Pending call, CardAnswer answer) {
        if (call.wanted() == Kind.AUTHORISE && answer.last4() != null) {
            payment.cardShownAs(answer.last4());
        }
        tellWhichCard(payment, call, answer);
        if (!isToRepeat(call.wanted(), answer.outcome())) {
            inbox.close(CardResultUnknownTask.key(call));
        }
        switch (call.wanted()) {
            case AUTHORISE -> authorisation(payment, call, answer);
            case CAPTURE -> capture(payment, call, answer);
            case VOID -> release(payment, call, answer);
            case REFUND -> refund(payment, call, answer);
            case SEARCH -> throw new IllegalStateException("A search is always on behalf of another call");
        }
    }

    /** An answer to an attempt that another has replaced is about another card. */
    private void tellWhichCard(Payment payment, CardCalls.Pending call, CardAnswer answer) {
        var token = payment.cardToken();
        var last4 = answer.last4();
        var customer = payment.customerNumber();
        var current = call.transactionNo().equals(payment.transactionNo()) || payment.isRenewal(call.transactionNo());
        var granted = answer.outcome() == Outcome.AUTHORISED || answer.outcome() == Outcome.CAPTURED;
        if (call.wanted() == Kind.AUTHORISE
                && current
                && granted
                && token != null
                && last4 != null
                && customer != null) {
            events.publishEvent(new CardTold(
                    payment.orderNumber(), customer, new CardToken(token), answer.brand(), last4, answer.expires()));
        }
    }

    /** Whether the gateway has not done what it was asked to, without refusing it. */
    private static boolean isToRepeat(Kind wanted, Outcome outcome) {
        return switch (wanted) {
            case CAPTURE, VOID -> outcome == Outcome.AUTHORISED;
            case REFUND -> outcome != Outcome.REFUNDED && outcome != Outcome.DECLINED && outcome != Outcome.NOT_FOUND;
            case AUTHORISE, SEARCH -> false;
        };
    }

    private void authorisation(Payment payment, CardCalls.Pending call, CardAnswer answer) {
        if (payment.isRenewal(call.transactionNo())) {
            renewal.book(payment, call, answer);
            return;
        }
        if (!call.transactionNo().equals(payment.transactionNo())) {
            if (answer.outcome() == Outcome.AUTHORISED) {
                request(Kind.VOID, payment, call);
            }
            return;
        }
        if (payment.status() != PaymentStatus.PENDING && payment.status() != PaymentStatus.UNKNOWN) {
            voidWhatNobodyWaitsFor(payment, call, answer);
            return;
        }
        switch (answer.outcome()) {
            case AUTHORISED -> {
                payment.authorised(call.amount());
                if (payment.charged().isZero()) {
                    request(Kind.VOID, payment, call);
                } else {
                    if (collectedAtOnce(payment)) {
                        request(Kind.CAPTURE, payment, call);
                    }
                    events.publishEvent(new PaymentSecured(payment.orderNumber()));
                }
            }
            case NOT_FOUND -> {
                if (payment.status() == PaymentStatus.UNKNOWN) {
                    repeatAuthorisation(payment, call);
                }
            }
            case CAPTURED -> paid(payment, call);
            default -> refused(payment, call, answer);
        }
    }

    /** What may pass later is tried again; all else, and what did not pass then, waits for somebody. */
    private void refused(Payment payment, CardCalls.Pending call, CardAnswer answer) {
        var decline = CardDecline.of(answer);
        var shipped = collectedAtOnce(payment);
        if (!shipped && retryDeclined.later(payment, decline)) {
            return;
        }
        payment.failed();
        endDeclinedCard.because(decline, payment, call.transactionNo());
        events.publishEvent(new PaymentFailed(payment.orderNumber(), decline.code()));
        askForCard.because(decline, payment, call.transactionNo());
        if (shipped) {
            inbox.open(captureFailedTask(payment, call, decline));
        }
    }

    /** The order was cancelled, or paid in another way, before the gateway answered: what it has reserved is let go. */
    private void voidWhatNobodyWaitsFor(Payment payment, CardCalls.Pending call, CardAnswer answer) {
        if (answer.outcome() == Outcome.AUTHORISED && payment.status() != PaymentStatus.AUTHORIZED) {
            request(Kind.VOID, payment, call);
        }
    }

    private boolean collectedAtOnce(Payment payment) {
        return payment.isCapturedWhenGranted() || allShipped(payment);
    }

    /** Nothing more will be shipped that would capture a new authorisation, and no process waits for it. */
    private boolean allShipped(Payment payment) {
        var order = orders.get(payment.orderNumber());
        return order.openPieces() == 0 && order.lines().stream().anyMatch(line -> line.shipped() > 0);
    }

    /** The gateway has no record of the transaction: the same attempt is repeated unless nothing is owed any more. */
    private void repeatAuthorisation(Payment payment, CardCalls.Pending call) {
        payment.voided();
        if (payment.charged().isPositive()) {
            request(Kind.AUTHORISE, payment, call);
        }
    }

    private void capture(Payment payment, CardCalls.Pending call, CardAnswer answer) {
        switch (answer.outcome()) {
            case CAPTURED -> paid(payment, call);
            case AUTHORISED -> {
                payment.authorised(call.amount());
                if (payment.charged().isZero()) {
                    request(Kind.VOID, payment, call);
                } else {
                    repeat(Kind.CAPTURE, payment, call);
                }
            }
            default -> {
                var decline = CardDecline.of(answer);
                payment.failed();
                endDeclinedCard.because(decline, payment, call.transactionNo());
                askForCard.because(decline, payment, call.transactionNo());
                inbox.open(captureFailedTask(payment, call, decline));
            }
        }
    }

    private NewTask captureFailedTask(Payment payment, CardCalls.Pending call, CardDecline decline) {
        return NewTask.of(
                        CaptureFailedTask.TYPE,
                        CaptureFailedTask.key(call.transactionNo(), calls.captures(call.transactionNo())),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of(
                                "task.capture-failed.reason",
                                payment.orderNumber(),
                                call.amount().amount(),
                                decline.words()))
                .dueAt(clock.instant().plus(Duration.ofDays(1)))
                .urgent(2);
    }

    private void paid(Payment payment, CardCalls.Pending call) {
        allocatePayments.allocate(
                payment,
                PaymentAllocation.of(
                        "capture:" + call.transactionNo(),
                        payment.orderNumber(),
                        Reason.CAPTURED,
                        Account.CARD,
                        call.amount(),
                        CurrentStaff.SYSTEM));
    }

    private void release(Payment payment, CardCalls.Pending call, CardAnswer answer) {
        if (isToRepeat(call.wanted(), answer.outcome())) {
            repeat(Kind.VOID, payment, call);
        } else if (call.transactionNo().equals(payment.transactionNo())) {
            payment.voided();
        }
    }

    /** What has gone back is booked, whatever is owed by now; what an order raised meanwhile lacks is asked for anew. */
    private void refund(Payment payment, CardCalls.Pending call, CardAnswer answer) {
        long refund = Objects.requireNonNull(call.refundId());
        if (answer.outcome() == Outcome.REFUNDED) {
            if (refunds.done(refund)) {
                allocatePayments.allocate(
                        payment,
                        PaymentAllocation.of(
                                "refund:" + call.transactionNo() + ":R" + refund,
                                payment.orderNumber(),
                                Reason.REFUNDED,
                                Account.CARD,
                                call.amount().negated(),
                                CurrentStaff.SYSTEM));
            }
        } else if (answer.outcome() == Outcome.DECLINED || answer.outcome() == Outcome.NOT_FOUND) {
            if (refunds.declined(refund)) {
                refundExcess.excess(payment);
            }
        } else {
            repeat(Kind.REFUND, payment, call);
        }
    }

    /** The number of searches carries over, so that a call the gateway never settles also ends up with staff. */
    private void request(Kind kind, Payment payment, CardCalls.Pending call) {
        calls.request(kind, payment, call.transactionNo(), call.amount(), kind, call.asked(), Duration.ZERO);
    }

    /** The gateway answered the call itself without doing what it was asked to: repeated like a search. */
    private void repeat(Kind kind, Payment payment, CardCalls.Pending call) {
        var asked = call.asked();
        var pause = call.kind() == kind ? SEARCH_DELAYS.get(Math.min(asked, SEARCH_DELAYS.size() - 1)) : Duration.ZERO;
        calls.again(kind, payment, call, asked + 1, pause);
        if (asked == SEARCHES_BEFORE_TASK - 1) {
            inbox.open(unknownTask(payment, call));
        }
    }
}
