package jp.otodoke.payments;

import java.util.Collection;
import java.util.List;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books cash that the carrier has collected and owes to us, and what it keeps for that. */
@Component
public class RecordCashOnDelivery {
    private final Payments payments;
    private final AllocatePayments allocatePayments;
    private final Ledger ledger;
    private final ShortCash shortCash;
    private final JdbcClient jdbc;

    RecordCashOnDelivery(
            Payments payments, AllocatePayments allocatePayments, Ledger ledger, ShortCash shortCash, JdbcClient jdbc) {
        this.payments = payments;
        this.allocatePayments = allocatePayments;
        this.ledger = ledger;
        this.shortCash = shortCash;
        this.jdbc = jdbc;
    }

    /**
     * Each order gets what it owes, the last one what is beyond that, which is to be refunded. What a person has booked as
     * collected already is confirmed and not booked again. An order that still owes something then becomes a task.
     *
     * @param orders whose goods were in the parcel
     * @param amount what the carrier has collected
     * @param name of the settlement, which is booked once
     */
    @Transactional
    public void collected(List<OrderNumber> orders, Yen amount, String name) {
        var rest = amount.minus(byHand(orders)).max(Yen.ZERO);
        for (int i = 0; i < orders.size(); i++) {
            var payment = payments.findById(orders.get(i)).orElseThrow();
            var part = i == orders.size() - 1 ? rest : rest.min(payment.open().max(Yen.ZERO));
            if (part.isPositive()) {
                allocatePayments.allocate(
                        payment,
                        PaymentAllocation.of(
                                "cod:" + name + ":" + payment.orderNumber(),
                                payment.orderNumber(),
                                Reason.COLLECTED,
                                Account.CARRIER,
                                part,
                                CurrentStaff.SYSTEM));
                rest = rest.minus(part);
            }
            if (payment.open().isPositive() && payment.method() == PaymentMethod.CASH_ON_DELIVERY) {
                shortCash.report(payment, amount);
            }
        }
    }

    /** What the carrier keeps of what it owes to us. */
    @Transactional
    public void fee(Yen fee, String name) {
        ledger.post(List.of(new Posting("cod-fee:" + name, Account.FEES, Account.CARRIER, fee, null)));
    }

    private Yen byHand(Collection<OrderNumber> orders) {
        return Yen.of(jdbc.sql(
                        """
                        select cast(coalesce(sum(amount), 0) as bigint) from payment_allocation
                         where receivable = any(:orders::text[]) and account = 'CARRIER' and name like 'collected:%'
                        """)
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(Long.class)
                .single());
    }
}
