package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.DepositMatches.Match;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ReceivableNumber;
import org.springframework.stereotype.Component;

/**
 * Takes back what deposits paid: the orders owe it again. Who was given money back meanwhile owes that too, as it never came
 * in.
 */
@Component
class TakeBackMatches {
    private final Payments payments;
    private final Receivables receivables;
    private final AllocatePayments allocatePayments;
    private final BookTransferFee transferFee;
    private final Timeline timeline;

    TakeBackMatches(
            Payments payments,
            Receivables receivables,
            AllocatePayments allocatePayments,
            BookTransferFee transferFee,
            Timeline timeline) {
        this.payments = payments;
        this.receivables = receivables;
        this.allocatePayments = allocatePayments;
        this.transferFee = transferFee;
        this.timeline = timeline;
    }

    /** @return what is owed again */
    List<ReceivableNumber> takeBack(List<Match> matches, Reason reason, String by) {
        matches.forEach(match -> takeBack(match, reason, by));
        return matches.stream().map(Match::receivable).distinct().toList();
    }

    private void takeBack(Match match, Reason reason, String by) {
        var taken = new PaymentAllocation(
                "unmatch:" + match.id(),
                match.receivable(),
                reason,
                Account.SUSPENSE,
                match.amount().negated(),
                match.deposit(),
                null,
                match.id(),
                by);
        transferFee.of(match).ifPresent(fee -> allocate(fee.takenBack(match.receivable(), reason, by)));
        payments.findById(match.receivable().asOrder())
                .ifPresentOrElse(
                        payment -> fromOrder(payment, match, taken),
                        () -> allocatePayments.allocate(
                                receivables.findById(match.receivable()).orElseThrow(), taken));
    }

    private void allocate(PaymentAllocation taken) {
        payments.findById(taken.receivable().asOrder())
                .ifPresentOrElse(
                        payment -> allocatePayments.allocate(payment, taken),
                        () -> allocatePayments.allocate(
                                receivables.findById(taken.receivable()).orElseThrow(), taken));
    }

    private void fromOrder(Payment payment, Match match, PaymentAllocation taken) {
        if (allocatePayments.allocate(payment, taken)) {
            var reason = taken.reason();
            var text = reason == Reason.REVERSED ? "timeline.payment-reversed" : "timeline.payment-unmatched";
            timeline.add(
                    payment.orderNumber(),
                    "PAYMENT_" + reason,
                    BilingualText.of(text, match.amount().amount()),
                    taken.by());
        }
    }
}
