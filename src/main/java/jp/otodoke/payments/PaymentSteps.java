package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened to the money of an order: charges, every attempt with its answer, allocations, refunds. */
@Component
public class PaymentSteps {
    private final JdbcClient jdbc;

    PaymentSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<PaymentStep> of(OrderNumber order) {
        return jdbc.sql(
                        """
                        select * from (
                            select at, 'CHARGE' as kind, reason as how, amount, null as reference, null as state, null as detail, 1 as no, id
                              from receivable_charge where receivable = :order
                            union all
                            select created_at, 'CARD', wanted, amount, transaction_no, coalesce(outcome, 'PENDING'), code, 2, id
                              from card_call where order_number = :order
                            union all
                            select made_at, 'SLIP', 'CONVENIENCE_STORE', amount, number,
                                   case when replaced_at is null then null else 'REPLACED' end, made_by, 3, 0
                              from payment_slip where receivable = :order
                            union all
                            select d.created_at, 'DEBIT', 'DIRECT_DEBIT', c.amount, cast(d.id as text), c.state,
                                   coalesce(c.result_code, to_char(d.debit_date, 'YYYY-MM-DD')), 4, c.id
                              from direct_debit_claim c join direct_debit d on d.id = c.direct_debit_id where c.receivable = :order
                            union all
                            select s.issued_at, 'STATEMENT', 'INVOICE', l.amount, s.number,
                                   case when s.state = 'CANCELLED' then s.state end, to_char(s.due_date, 'YYYY-MM-DD'), 5, l.tax_rate
                              from statement_line l join statement s on s.number = l.statement where l.receivable = :order
                            union all
                            select a.at, 'ALLOCATION',
                                   case when a.name like 'chargeback:%' then 'CHARGEBACK'
                                        when a.name like 'chargeback-won:%' then 'CHARGEBACK_WON' else a.reason end, a.amount, coalesce(d.bank_reference, a.name), a.account, a.actor, 6, a.id
                              from payment_allocation a left join deposit d on d.id = a.deposit_id where a.receivable = :order
                            union all
                            select requested_at, 'REFUND', route, amount, cast(id as text), state, coalesce(failure, reason), 7, id
                              from refund where order_number = :order) step
                         order by at, no, id
                        """)
                .param("order", order.value())
                .query((row, n) -> new PaymentStep(
                        row.getTimestamp("at").toInstant(),
                        PaymentStep.Kind.valueOf(row.getString("kind")),
                        row.getString("how"),
                        Yen.of(row.getLong("amount")),
                        row.getString("reference"),
                        row.getString("state"),
                        row.getString("detail")))
                .list();
    }
}
