package jp.otodoke.payments;

import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.payments.DeferredCalls.Wanted;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * Works out what the provider of 後払い is to be told next about an order, from where its transactions and its payment stand. To be
 * called whenever one of them has changed; one call about a transaction is under way at a time, and whoever books its answer looks
 * here again.
 */
@Component
class AdvanceDeferred {
    private final DeferredTransactions transactions;
    private final DeferredCalls calls;
    private final DeferredParcels parcels;
    private final DescribeDeferredOrder describe;
    private final Refunds refunds;
    private final FindOrder orders;

    AdvanceDeferred(
            DeferredTransactions transactions,
            DeferredCalls calls,
            DeferredParcels parcels,
            DescribeDeferredOrder describe,
            Refunds refunds,
            FindOrder orders) {
        this.transactions = transactions;
        this.calls = calls;
        this.parcels = parcels;
        this.describe = describe;
        this.refunds = refunds;
        this.orders = orders;
    }

    /** Whether the order is paid by 後払い and the provider knows of it. */
    boolean has(Payment payment) {
        return payment.method() == PaymentMethod.DEFERRED
                && payment.transactionNo() != null
                && transactions.find(payment.transactionNo()).isPresent();
    }

    void advance(Payment payment) {
        // Only such orders have attempts; checking that first saves a query for all others that were never paid so.
        if (payment.method() == PaymentMethod.DEFERRED || payment.attempted()) {
            transactions.of(payment.orderNumber()).stream()
                    .filter(transaction -> transaction.state().live())
                    .filter(transaction ->
                            calls.outstanding(transaction.ownId()).isEmpty())
                    .forEach(transaction -> next(payment, transaction));
        }
    }

    private void next(Payment payment, DeferredTransaction transaction) {
        if (!isWanted(payment, transaction)) {
            cancel(transaction);
        } else if (transaction.state() == DeferredState.REPORTED) {
            takeBack(payment, transaction);
        } else if (transaction.state() == DeferredState.SECURED) {
            proceed(payment, transaction);
        }
    }

    /** Whether the order is to be paid by it. */
    boolean isWanted(Payment payment, DeferredTransaction transaction) {
        return payment.method() == PaymentMethod.DEFERRED
                && transaction.isCurrentOf(payment)
                && (transaction.state() == DeferredState.REPORTED
                        || payment.open().isPositive());
    }

    /** A refused cancellation is asked for again by a person only. */
    private void cancel(DeferredTransaction transaction) {
        if (!wasRefused(transaction, Wanted.CANCEL)) {
            calls.request(Kind.CANCEL, transaction.ownId(), transaction.amount());
        }
    }

    /** One refund after the other, as each reduces what the one before has left. */
    private void takeBack(Payment payment, DeferredTransaction transaction) {
        refunds.open(payment.orderNumber()).stream()
                .filter(refund ->
                        refund.route() == RefundEntry.Route.AGENCY && refund.status() == RefundEntry.Status.APPROVED)
                .findFirst()
                .ifPresent(refund -> {
                    var left = transaction.amount().minus(refund.amount());
                    refunds.toAgency(refund.id(), transaction.ownId());
                    calls.takeBack(
                            transaction.ownId(),
                            left.max(Yen.ZERO),
                            left.isPositive() ? payment.nextAttempt() : null,
                            refund.id());
                });
    }

    /** The provider bills what is owed at last, once nothing more leaves: then the last parcel is reported. */
    private void proceed(Payment payment, DeferredTransaction transaction) {
        var order = orders.get(payment.orderNumber());
        var shipped = order.lines().stream().anyMatch(line -> line.shipped() > 0);
        if (!transaction.amount().equals(payment.open()) || !shipped && hasChanged(payment, transaction)) {
            calls.request(Kind.UPDATE, transaction.ownId(), payment.open());
        } else if (shipped && order.openPieces() == 0 && !wasRefused(transaction, Wanted.REPORT)) {
            parcels.last(payment.orderNumber())
                    .ifPresent(parcel -> calls.report(
                            transaction.ownId(), transaction.amount(), parcel.carrier(), parcel.trackingNumber()));
        }
    }

    /** Whether the provider has checked something else than the order is now. */
    boolean hasChanged(Payment payment, DeferredTransaction transaction) {
        return !describe.describe(payment.orderNumber(), payment.open())
                .fingerprint()
                .equals(transaction.content());
    }

    private boolean wasRefused(DeferredTransaction transaction, Wanted wanted) {
        return calls.latest(transaction.ownId(), wanted)
                .filter(call -> call.outcome() == DeferredAnswer.Outcome.ERROR)
                .isPresent();
    }
}
