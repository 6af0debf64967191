package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.payments.DeferredCalls.Pending;
import jp.otodoke.shared.BilingualText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Books what the provider of 後払い says to an order (与信): OK, 保留, 審査中 or NG. Works in the caller's transaction. */
@Component
class BookDeferredCheck {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(4),
            Duration.ofHours(8));

    /** So often the provider is asked for its result, within a day, before a person decides whether to go on waiting. */
    private static final int POLLS_BEFORE_TASK = 6;

    private final DeferredTransactions transactions;
    private final DeferredCalls calls;
    private final AdvanceDeferred advance;
    private final DeferredTasks tasks;
    private final FindOrder orders;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    BookDeferredCheck(
            DeferredTransactions transactions,
            DeferredCalls calls,
            AdvanceDeferred advance,
            DeferredTasks tasks,
            FindOrder orders,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.calls = calls;
        this.advance = advance;
        this.tasks = tasks;
        this.orders = orders;
        this.timeline = timeline;
        this.events = events;
    }

    void book(Payment payment, DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        switch (answer.outcome()) {
            case OK -> secured(payment, transaction, answer);
            case REVIEW -> underReview(payment, transaction, call, answer);
            case NOT_FOUND -> neverRegistered(payment, transaction, call);
            case CANCELLED -> declined(payment, transaction, call, answer, DeferredState.CANCELLED);
            case REFUSED -> declined(payment, transaction, call, answer, DeferredState.REFUSED);
            default -> declined(payment, transaction, call, answer, DeferredState.HOLD);
        }
    }

    /** What the provider has checked may not be the order any more: then it is told so next. */
    private void secured(Payment payment, DeferredTransaction transaction, DeferredAnswer answer) {
        transactions.checked(transaction.ownId(), DeferredState.SECURED, answer);
        tasks.secured(transaction.order());
        var checked = transactions.get(transaction.ownId());
        var asItIs = checked.amount().equals(payment.open())
                && (hasShipped(payment) || !advance.hasChanged(payment, checked));
        if (advance.isWanted(payment, checked) && asItIs) {
            payment.authorised(checked.amount());
            add(payment, "DEFERRED_SECURED", BilingualText.of("timeline.deferred-secured", checked.reference()));
            events.publishEvent(new PaymentSecured(payment.orderNumber()));
        }
    }

    private void underReview(Payment payment, DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        transactions.checked(transaction.ownId(), DeferredState.REVIEW, answer);
        var waiting = advance.isWanted(payment, transaction) && !hasShipped(payment);
        if (waiting && transaction.state() != DeferredState.REVIEW) {
            payment.recheck();
            add(payment, "DEFERRED_REVIEW", BilingualText.of("timeline.deferred-review"));
        }
        if (advance.isWanted(payment, transaction)) {
            calls.again(Kind.FIND, call, call.asked() + 1, PAUSES.get(Math.min(call.asked(), PAUSES.size() - 1)));
        }
        if (waiting && call.asked() == POLLS_BEFORE_TASK) {
            events.publishEvent(new PaymentUnknown(payment.orderNumber()));
        }
    }

    /** The provider has never heard of it: only now it may be registered once more. */
    private void neverRegistered(Payment payment, DeferredTransaction transaction, Pending call) {
        if (advance.isWanted(payment, transaction)) {
            calls.again(Kind.REGISTER, call, call.asked(), Duration.ZERO);
        } else {
            transactions.ended(transaction.ownId(), DeferredState.CANCELLED);
        }
    }

    private void declined(
            Payment payment,
            DeferredTransaction transaction,
            Pending call,
            DeferredAnswer answer,
            DeferredState state) {
        transactions.checked(transaction.ownId(), state, answer);
        if (!advance.isWanted(payment, transaction)) {
            return;
        }
        if (hasShipped(payment)) {
            tasks.notSecured(transactions.get(transaction.ownId()), call);
            return;
        }
        payment.failed();
        var codes = answer.codes().isEmpty() ? List.of(answer.outcome().name()) : answer.codes();
        add(
                payment,
                state == DeferredState.HOLD ? "DEFERRED_HOLD" : "DEFERRED_REFUSED",
                state == DeferredState.HOLD
                        ? BilingualText.of("timeline.deferred-hold", DeferredCodes.words(codes))
                        : BilingualText.of("timeline.deferred-refused", DeferredCodes.words(codes)));
        events.publishEvent(new PaymentFailed(payment.orderNumber(), codes.get(0)));
    }

    private boolean hasShipped(Payment payment) {
        return orders.get(payment.orderNumber()).lines().stream().anyMatch(line -> line.shipped() > 0);
    }

    private void add(Payment payment, String kind, BilingualText text) {
        timeline.add(payment.orderNumber(), kind, text, "system");
    }
}
