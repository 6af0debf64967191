package jp.otodoke.payments;

import java.time.Duration;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.DeferredAnswer.Outcome;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.payments.DeferredCalls.Pending;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/**
 * Books what the provider of 後払い says to a shipping report (出荷報告): once accepted the claim is the provider's, which has to
 * find yet that the parcel arrived (着荷確認). Works in the caller's transaction.
 */
@Component
class BookDeferredReport {
    private static final Duration FIRST_LOOK = Duration.ofDays(2);
    private static final Duration NEXT_LOOK = Duration.ofDays(1);
    private static final Duration REPEAT = Duration.ofMinutes(10);

    /** So often it is looked whether the parcel was found; after that the statement tells whether it is paid. */
    private static final int LOOKS = 30;

    private final DeferredTransactions transactions;
    private final DeferredCalls calls;
    private final AllocatePayments allocatePayments;
    private final DeferredTasks tasks;
    private final Timeline timeline;

    BookDeferredReport(
            DeferredTransactions transactions,
            DeferredCalls calls,
            AllocatePayments allocatePayments,
            DeferredTasks tasks,
            Timeline timeline) {
        this.transactions = transactions;
        this.calls = calls;
        this.allocatePayments = allocatePayments;
        this.tasks = tasks;
        this.timeline = timeline;
    }

    void book(Payment payment, DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        switch (answer.outcome()) {
            case REPORTED, CONFIRMED, UNCONFIRMED -> accepted(payment, transaction, call, answer);
            case OK, REVIEW, HOLD, REFUSED ->
                calls.again(Kind.REPORT, call, call.asked() + 1, call.kind() == Kind.REPORT ? REPEAT : Duration.ZERO);
            case CANCELLED, NOT_FOUND -> {
                transactions.ended(transaction.ownId(), DeferredState.CANCELLED);
                tasks.notReported(transaction, call, answer);
            }
            default -> tasks.notReported(transaction, call, answer);
        }
    }

    /** Whatever is owed by then, the claim is sold; a parcel that is reported in place of another sells nothing again. */
    private void accepted(Payment payment, DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        transactions.reported(transaction.ownId(), call.carrier(), call.slipNo());
        tasks.settled(transaction.order());
        if (transaction.state() != DeferredState.REPORTED
                && payment.method() == PaymentMethod.DEFERRED
                && transaction.isCurrentOf(payment)) {
            timeline.add(
                    transaction.order(),
                    "DEFERRED_REPORTED",
                    BilingualText.of("timeline.deferred-reported", transaction.reference(), transaction.amount()),
                    "system");
            allocatePayments.allocate(
                    payment,
                    PaymentAllocation.of(
                            "deferred:" + transaction.ownId(),
                            transaction.order(),
                            Reason.COLLECTED,
                            Account.DEFERRED_AGENCY,
                            transaction.amount(),
                            CurrentStaff.SYSTEM));
        }
        arrived(transactions.get(transaction.ownId()), call, answer.outcome(), 0);
    }

    /** Whether the parcel that was reported has been found by now. */
    void confirmed(DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        if (transaction.state() == DeferredState.REPORTED && transaction.confirmed() == null) {
            arrived(transaction, call, answer.outcome(), call.asked() + 1);
        }
    }

    private void arrived(DeferredTransaction transaction, Pending call, Outcome outcome, int asked) {
        switch (outcome) {
            case CONFIRMED -> transactions.confirmed(transaction.ownId(), true);
            case UNCONFIRMED -> {
                transactions.confirmed(transaction.ownId(), false);
                tasks.notFound(transaction, call);
            }
            case REPORTED -> {
                if (asked < LOOKS) {
                    calls.askWhetherConfirmed(transaction.ownId(), asked, asked == 0 ? FIRST_LOOK : NEXT_LOOK);
                }
            }
            default -> {}
        }
    }
}
