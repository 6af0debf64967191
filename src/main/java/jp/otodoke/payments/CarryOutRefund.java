package jp.otodoke.payments;

import java.util.Objects;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import org.springframework.stereotype.Component;

/** Sends an approved refund on its way, and books what has gone. */
@Component
class CarryOutRefund {
    private final CardRefunds cards;
    private final DeferredRefunds agency;
    private final Refunds refunds;
    private final KnownAccount knownAccount;
    private final AllocatePayments allocatePayments;
    private final RefundTasks tasks;

    CarryOutRefund(
            CardRefunds cards,
            DeferredRefunds agency,
            Refunds refunds,
            KnownAccount knownAccount,
            AllocatePayments allocatePayments,
            RefundTasks tasks) {
        this.cards = cards;
        this.agency = agency;
        this.refunds = refunds;
        this.knownAccount = knownAccount;
        this.allocatePayments = allocatePayments;
        this.tasks = tasks;
    }

    /** The gateway is asked at once; a transfer waits for its file, and for an account if none is known. */
    void carryOut(Payment payment, Refund approved) {
        switch (approved.route()) {
            case CARD -> cards.send(payment, approved);
            case BALANCE -> given(payment, approved, Account.BALANCE);
            case SHOP -> given(payment, approved, Account.SHOP);
            case AGENCY -> agency.send(payment);
            case TRANSFER -> {
                if (approved.account() == null) {
                    findAccount(approved);
                }
            }
        }
    }

    private void findAccount(Refund approved) {
        knownAccount
                .of(approved.order())
                .ifPresentOrElse(
                        account -> refunds.toAccount(approved.id(), account), () -> tasks.askForAccount(approved));
    }

    /** It is in the customer's hands, or as good as. */
    void given(Payment payment, Refund approved, Account from) {
        if (refunds.done(approved.id())) {
            book(payment, approved, from);
        }
    }

    /** The bank is told by a file. */
    void transferred(Payment payment, Refund approved) {
        refunds.sent(approved.id());
        book(payment, approved, Account.BANK);
    }

    private void book(Payment payment, Refund refund, Account from) {
        allocatePayments.allocate(
                payment,
                PaymentAllocation.of(
                        posting(refund.id()),
                        refund.order(),
                        Reason.REFUNDED,
                        from,
                        refund.amount().negated(),
                        Objects.requireNonNull(refund.approvedBy())));
    }

    /** Names its posting; those to cards are named by their transaction besides. */
    static String posting(long refund) {
        return "refund:R" + refund;
    }
}
