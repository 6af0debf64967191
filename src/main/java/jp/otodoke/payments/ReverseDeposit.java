package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reverses a deposit that the bank takes back: the orders it was matched to are unpaid again. */
@Component
class ReverseDeposit {
    private final JdbcClient jdbc;
    private final Payments payments;
    private final Ledger ledger;
    private final RefundExcess refundExcess;
    private final Inbox inbox;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    ReverseDeposit(
            JdbcClient jdbc,
            Payments payments,
            Ledger ledger,
            RefundExcess refundExcess,
            Inbox inbox,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.ledger = ledger;
        this.refundExcess = refundExcess;
        this.inbox = inbox;
        this.timeline = timeline;
        this.events = events;
    }

    /** @return the orders that were paid by it */
    List<OrderNumber> reverse(long depositId) {
        var allocations = jdbc.sql(
                        "delete from deposit_allocation where deposit_id = :id returning id, order_number, amount")
                .param("id", depositId)
                .query((row, n) -> new Allocation(
                        row.getLong("id"),
                        OrderNumber.of(row.getString("order_number")),
                        Yen.of(row.getLong("amount"))))
                .list();
        jdbc.sql("update deposit set state = 'REVERSED', remaining = amount where id = :id")
                .param("id", depositId)
                .update();
        inbox.close(UnmatchedDepositTask.TYPE + ":" + depositId);
        allocations.forEach(this::takeBack);
        return allocations.stream().map(Allocation::orderNumber).distinct().toList();
    }

    /** What was refunded to the customer in the meantime stays missing in the suspense account. */
    private void takeBack(Allocation allocation) {
        var payment = payments.findById(allocation.orderNumber()).orElseThrow();
        var amount = allocation.amount().min(payment.paid());
        ledger.post("unmatch:" + allocation.id(), Account.RECEIVABLE, Account.SUSPENSE, amount, payment.orderNumber());
        refundExcess.amountsChange(payment);
        payment.takeBack(amount);
        refundExcess.excess(payment);
        payments.saveAndFlush(payment);
        timeline.add(
                payment.orderNumber(),
                "PAYMENT_REVERSED",
                BilingualText.of("timeline.payment-reversed", amount.amount()),
                "system");
        events.publishEvent(new PaymentReversed(payment.orderNumber()));
    }

    private record Allocation(long id, OrderNumber orderNumber, Yen amount) {}
}
