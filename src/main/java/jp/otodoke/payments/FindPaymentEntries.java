package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every attempt to pay an order, what came in for it, and what goes back. */
@Component
public class FindPaymentEntries {
    private static final String GIVEN_UP = "reason = 'WRITTEN_OFF' and account = 'WRITE_OFF'";

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Refunds refunds;
    private final PaymentSlips slips;

    FindPaymentEntries(JdbcClient jdbc, Payments payments, Refunds refunds, PaymentSlips slips) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.refunds = refunds;
        this.slips = slips;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<PaymentEntry> payments(OrderNumber order) {
        return Stream.of(attempts(order), deferred(order), received(order), toCome(order), toAccount(order))
                .flatMap(all -> all)
                .sorted(Comparator.comparing(PaymentEntry::at))
                .toList();
    }

    /** By the latest that the gateway has said about each transaction. */
    private Stream<PaymentEntry> attempts(OrderNumber order) {
        return jdbc
                .sql(
                        """
                        select transaction_no, max(amount) filter (where wanted = 'AUTHORISE') as amount, min(created_at) as at,
                               coalesce((select sum(b.amount) from chargeback b
                                          where b.transaction_no = card_call.transaction_no and b.state <> 'WON'), 0) as taken,
                               case when bool_or(wanted = 'CAPTURE' and outcome = 'CAPTURED'
                                                 or wanted = 'AUTHORISE' and outcome = 'CAPTURED') then 'PAID'
                                    when bool_or(outcome = 'VOIDED') then 'VOIDED'
                                    when bool_or(wanted = 'AUTHORISE' and outcome = 'AUTHORISED') then 'AUTHORIZED'
                                    when bool_or(wanted = 'AUTHORISE' and outcome = 'UNKNOWN') then 'UNKNOWN'
                                    when bool_or(wanted = 'AUTHORISE' and outcome is null) then 'PENDING'
                                    else 'FAILED' end as status
                          from card_call where order_number = :order
                         group by transaction_no having count(*) filter (where wanted = 'AUTHORISE') > 0
                        """)
                .param("order", order.value())
                .query(FindPaymentEntries::attempt)
                .list()
                .stream()
                .flatMap(parts -> parts);
    }

    /** What the card company has taken back of it is reversed; a part stands beside the rest. */
    private static Stream<PaymentEntry> attempt(ResultSet row, int index) throws SQLException {
        var taken = Yen.of(row.getLong("taken"));
        var left = Yen.of(row.getLong("amount")).minus(taken);
        var number = row.getString("transaction_no");
        var at = row.getTimestamp("at").toInstant();
        var status = PaymentEntry.Status.valueOf(row.getString("status"));
        return Stream.of(
                        new PaymentEntry(number, PaymentMethod.CREDIT_CARD, status, left, number, at),
                        new PaymentEntry(
                                number + "-B",
                                PaymentMethod.CREDIT_CARD,
                                PaymentEntry.Status.REVERSED,
                                taken,
                                number,
                                at))
                .filter(part -> part.amount().isPositive());
    }

    /** Each as the provider of 後払い knows it; one that a reduced one has taken the place of is void. */
    private Stream<PaymentEntry> deferred(OrderNumber order) {
        return jdbc
                .sql(
                        """
                        select t.own_id, t.amount, t.created_at as at, coalesce(t.provider_id, t.own_id) as reference,
                               case when t.state = 'REPORTED' then 'PAID'
                                    when t.state = 'SECURED' then 'AUTHORIZED'
                                    when t.state = 'REFUSED' then 'FAILED'
                                    when t.state in ('REPLACED', 'CANCELLED') then 'VOIDED'
                                    when c.asked > 0 and t.state = 'ASKED' then 'UNKNOWN'
                                    else 'PENDING' end as status
                          from deferred_transaction t
                          left join deferred_call c on c.own_id = t.own_id and c.outcome is null and c.wanted = 'REGISTER'
                         where t.order_number = :order
                        """)
                .param("order", order.value())
                .query((row, n) -> new PaymentEntry(
                        row.getString("own_id"),
                        PaymentMethod.DEFERRED,
                        PaymentEntry.Status.valueOf(row.getString("status")),
                        Yen.of(row.getLong("amount")),
                        row.getString("reference"),
                        row.getTimestamp("at").toInstant()))
                .list()
                .stream();
    }

    /** What the order counts as paid although nobody has paid it: it was given up, and not taken back. */
    @Transactional(readOnly = true)
    public Yen givenUp(OrderNumber order) {
        return jdbc.sql("select coalesce(sum(amount), 0) from payment_allocation where receivable = :order and "
                        + GIVEN_UP)
                .param("order", order.value())
                .query((row, n) -> Yen.of(row.getLong(1)))
                .single();
    }

    /**
     * A capture belongs to its attempt, unless that is not recorded here. What a bank has kept the customer has paid, what was given up
     * not.
     */
    private Stream<PaymentEntry> received(OrderNumber order) {
        return jdbc
                .sql(
                        """
                        select a.id, a.reason, a.account, a.amount, a.at, coalesce(s.slip_number, d.bank_reference, c.transaction_no) as reference,
                               exists (select 1 from payment_allocation u where u.undoes = a.id) as undone
                          from payment_allocation a left join deposit d on d.id = a.deposit_id
                          left join lateral (select substr(a.name, length('capture:') + 1) as transaction_no
                                              where a.reason = 'CAPTURED') c on true
                          left join lateral (select r.slip_number from slip_receipt r
                                              where r.receivable = a.receivable and a.name like 'slip:' || r.id || ':%') s on true
                         where a.receivable = :order and a.amount > 0 and a.undoes is null
                           and not exists (select 1 from card_call k where k.transaction_no = c.transaction_no)
                           and a.account <> 'DEFERRED_AGENCY' and not
                        """
                                + " (" + GIVEN_UP + ")")
                .param("order", order.value())
                .query(FindPaymentEntries::received)
                .list()
                .stream();
    }

    /** The slip that is to be paid. */
    private Stream<PaymentEntry> toCome(OrderNumber order) {
        return payments.findById(order).stream()
                .filter(payment -> payment.method() == PaymentMethod.CONVENIENCE_STORE)
                .filter(payment -> payment.open().isPositive())
                .flatMap(payment -> slips.toPay(ReceivableNumber.of(order)).stream())
                .map(PaymentEntry::bySlip);
    }

    /** The transfer that is to come to an account of its own. */
    private Stream<PaymentEntry> toAccount(OrderNumber order) {
        return jdbc
                .sql(
                        """
                        select u.number, r.charged - r.paid as open, u.since
                          from receivable r join virtual_account_use u on u.number = r.virtual_account and u.until is null
                         where r.number = :order and r.method = 'BANK_TRANSFER' and r.charged > r.paid
                        """)
                .param("order", order.value())
                .query((row, n) -> PaymentEntry.toAccount(
                        row.getString("number"),
                        Yen.of(row.getLong("open")),
                        row.getTimestamp("since").toInstant()))
                .list()
                .stream();
    }

    private static PaymentEntry received(ResultSet row, int index) throws SQLException {
        return new PaymentEntry(
                "P" + row.getLong("id"),
                method(Ledger.Account.valueOf(row.getString("account"))),
                row.getBoolean("undone") ? PaymentEntry.Status.REVERSED : PaymentEntry.Status.PAID,
                Yen.of(row.getLong("amount")),
                row.getString("reference"),
                row.getTimestamp("at").toInstant());
    }

    private static PaymentMethod method(Ledger.Account from) {
        return switch (from) {
            case CARRIER -> PaymentMethod.CASH_ON_DELIVERY;
            case DEBIT_AGENCY -> PaymentMethod.DIRECT_DEBIT;
            case CONVENIENCE_AGENCY -> PaymentMethod.CONVENIENCE_STORE;
            case DEFERRED_AGENCY -> PaymentMethod.DEFERRED;
            case CARD, SHOP -> PaymentMethod.CREDIT_CARD;
            default -> PaymentMethod.BANK_TRANSFER;
        };
    }

    /** Oldest first, without those that were no longer due before anybody was told. */
    @Transactional(readOnly = true)
    public List<RefundEntry> refunds(OrderNumber order) {
        return refunds.of(order).stream()
                .filter(refund -> refund.failure() != Refund.Failure.WITHDRAWN)
                .map(Refund::entry)
                .toList();
    }
}
