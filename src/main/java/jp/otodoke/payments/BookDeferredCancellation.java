package jp.otodoke.payments;

import java.time.Duration;
import java.util.Objects;
import jp.otodoke.payments.DeferredAnswer.Outcome;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.payments.DeferredCalls.Pending;
import jp.otodoke.payments.DeferredCalls.Wanted;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books that the provider of 後払い bills nothing, or less, or would not. Works in the caller's transaction. */
@Component
class BookDeferredCancellation {
    private static final Duration REPEAT = Duration.ofMinutes(10);
    private static final Duration NEXT_LOOK = Duration.ofDays(1);

    private final DeferredTransactions transactions;
    private final DeferredCalls calls;
    private final Refunds refunds;
    private final RefundExcess refundExcess;
    private final AllocatePayments allocatePayments;
    private final DeferredTasks tasks;

    BookDeferredCancellation(
            DeferredTransactions transactions,
            DeferredCalls calls,
            Refunds refunds,
            RefundExcess refundExcess,
            AllocatePayments allocatePayments,
            DeferredTasks tasks) {
        this.transactions = transactions;
        this.calls = calls;
        this.refunds = refunds;
        this.refundExcess = refundExcess;
        this.allocatePayments = allocatePayments;
        this.tasks = tasks;
    }

    void book(Payment payment, DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        if (answer.outcome() == Outcome.ERROR) {
            refused(payment, transaction, call, answer);
        } else if (call.wanted() == Wanted.CANCEL) {
            cancel(payment, transaction, call, answer.outcome());
        } else {
            reduce(payment, transaction, call, answer);
        }
    }

    private void cancel(Payment payment, DeferredTransaction transaction, Pending call, Outcome outcome) {
        if (outcome == Outcome.CANCELLED || outcome == Outcome.NOT_FOUND) {
            transactions.ended(transaction.ownId(), DeferredState.CANCELLED);
            tasks.settled(transaction.order());
            if (transaction.isCurrentOf(payment) && payment.authorised().isPositive()) {
                payment.voided();
            }
            givenBack(payment, transaction, call.refundId());
        } else {
            repeat(call);
        }
    }

    private void reduce(Payment payment, DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        switch (answer.outcome()) {
            case REPORTED, CONFIRMED, UNCONFIRMED -> {
                var newId = Objects.requireNonNull(call.newId());
                transactions.replace(transaction, newId, answer.providerId(), call.amount());
                if (transaction.isCurrentOf(payment)) {
                    payment.continuesAs(newId);
                }
                givenBack(payment, transaction, call.refundId());
                if (transaction.confirmed() == null) {
                    calls.askWhetherConfirmed(newId, 1, NEXT_LOOK);
                }
            }
            default -> repeat(call);
        }
    }

    /** The provider was asked what became of it and has not done it, or has answered something else. */
    private void repeat(Pending call) {
        var kind = Kind.valueOf(call.wanted().name());
        calls.again(kind, call, call.asked() + 1, call.kind() == kind ? REPEAT : Duration.ZERO);
    }

    private void givenBack(Payment payment, DeferredTransaction transaction, @Nullable Long refund) {
        if (refund != null && refunds.done(refund)) {
            allocatePayments.allocate(
                    payment,
                    PaymentAllocation.of(
                            CarryOutRefund.posting(refund),
                            transaction.order(),
                            Reason.REFUNDED,
                            Account.DEFERRED_AGENCY,
                            refunds.get(refund).amount().negated(),
                            CurrentStaff.SYSTEM));
        }
    }

    /** As after the provider's cut-off: what is due goes back in another way. */
    private void refused(Payment payment, DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        if (call.refundId() == null) {
            tasks.notCancelled(transaction, call, answer);
        } else if (refunds.declined(call.refundId())) {
            refundExcess.excess(payment);
        }
    }
}
