package jp.otodoke.payments;

import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 組戻し: the bank could not transfer a refund and has given the money back to us, so that it is owed to the customer again. */
@Component
public class RecordReturnedTransfer {
    private final Payments payments;
    private final Refunds refunds;
    private final AllocatePayments allocatePayments;
    private final JdbcClient jdbc;
    private final Timeline timeline;

    RecordReturnedTransfer(
            Payments payments, Refunds refunds, AllocatePayments allocatePayments, JdbcClient jdbc, Timeline timeline) {
        this.payments = payments;
        this.refunds = refunds;
        this.allocatePayments = allocatePayments;
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    /**
     * @param note what the bank said; may be missing
     * @param by user name
     * @throws Refusal if the refund is unknown (not found), or is none that a bank was told to transfer (conflict)
     */
    @Transactional
    public Refund returned(long id, @Nullable String note, String by) {
        var refund = refunds.locked(id);
        var transferred = jdbc.sql("select id from payment_allocation where name = :name and account = 'BANK'")
                .param("name", CarryOutRefund.posting(id))
                .query(Long.class)
                .optional();
        if (transferred.isEmpty() || !refunds.returned(id, TextNormalizer.orNull(note))) {
            throw Refusal.conflict(
                    "refund.returned.not-transferred", id, BilingualText.of("status.refund." + refund.status()));
        }
        timeline.add(
                refund.order(), "REFUND_RETURNED", BilingualText.of("timeline.refund-returned", refund.amount()), by);
        allocatePayments.allocate(
                payments.findById(refund.order()).orElseThrow(), backAgain(refund, transferred.get(), by));
        return refunds.get(id);
    }

    private static PaymentAllocation backAgain(Refund refund, long transferred, String by) {
        return new PaymentAllocation(
                "refund-returned:R" + refund.id(),
                ReceivableNumber.of(refund.order()),
                Reason.REVERSED,
                Account.BANK,
                refund.amount(),
                null,
                null,
                transferred,
                by);
    }
}
