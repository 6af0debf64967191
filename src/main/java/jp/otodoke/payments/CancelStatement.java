package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.LocalDate;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a statement back that nobody has paid; what stood on it comes onto the next. */
@Component
public class CancelStatement {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final BusinessClock clock;

    CancelStatement(JdbcClient jdbc, Ledger ledger, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param by user name
     * @throws Refusal if it is unknown; or cancelled, paid, or not the customer's last (conflict)
     */
    @Transactional
    public void cancel(StatementNumber number, String reason, String by) {
        var statement = locked(number);
        if (!statement.issued()) {
            throw Refusal.conflict("statement.cancelled", number);
        }
        lockReceivables(number);
        if (later(number, statement)) {
            throw Refusal.conflict("statement.later", number);
        }
        if (paid(number)) {
            throw Refusal.conflict("statement.paid", number);
        }
        reopen(number);
        releaseGoods(number);
        jdbc.sql(
                        """
                        update statement set state = 'CANCELLED', cancelled_at = :at, cancelled_by = :by, cancel_reason = :reason
                         where number = :number
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("reason", reason)
                .param("number", number.value())
                .update();
        takeBackRounding(number);
    }

    private Issued locked(StatementNumber number) {
        var customer = jdbc.sql("select customer_number from statement where number = :number")
                .param("number", number.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("statement.not-found", number));
        jdbc.sql("select customer_number from credit_terms where customer_number = :customer for update")
                .param("customer", customer)
                .query(String.class)
                .optional();
        return jdbc.sql("select customer_number, closing_date, state from statement where number = :number for update")
                .param("number", number.value())
                .query((row, n) -> new Issued(
                        row.getString("customer_number"),
                        row.getObject("closing_date", LocalDate.class),
                        row.getString("state").equals("ISSUED")))
                .single();
    }

    private void lockReceivables(StatementNumber number) {
        jdbc.sql(
                        """
                        select r.number from receivable r
                         where r.number in (select receivable from statement_line where statement = :number) order by r.number for update
                        """)
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private boolean later(StatementNumber number, Issued statement) {
        return jdbc.sql(
                        """
                        select exists (select 1 from statement where customer_number = :customer and state = 'ISSUED'
                                          and closing_date > :date and number <> :number)
                        """)
                .param("customer", statement.owner())
                .param("date", statement.date())
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    private boolean paid(StatementNumber number) {
        return jdbc.sql(
                        """
                        select exists (select 1 from statement s join statement_line l on l.statement = s.number
                                         join payment_allocation a on a.receivable = l.receivable and a.at >= s.issued_at and a.amount > 0
                                        where s.number = :number and a.undoes is null
                                          and not exists (select 1 from payment_allocation u where u.undoes = a.id))
                        """)
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    private void reopen(StatementNumber number) {
        jdbc.sql(
                        """
                        update receivable r
                           set invoiced = r.invoiced - l.amount, to_invoice = true, version = r.version + 1,
                               due_by = (select min(i.due_date)
                                           from (select p.due_date, sum(sum(x.amount)) over (order by p.due_date) as until
                                                   from statement_line x join statement p on p.number = x.statement
                                                  where x.receivable = r.number and p.state = 'ISSUED' and p.number <> :number
                                                  group by p.due_date) i
                                          where i.until > r.paid)
                          from (select receivable, sum(amount) as amount from statement_line where statement = :number
                                 group by receivable) l
                         where r.number = l.receivable
                        """)
                .param("number", number.value())
                .update();
    }

    private void releaseGoods(StatementNumber number) {
        jdbc.sql("update account_goods set statement = null where statement = :number")
                .param("number", number.value())
                .update();
    }

    private void takeBackRounding(StatementNumber number) {
        ledger.post(
                jdbc.sql("select tax_rate, rounding from statement_rate where statement = :number and rounding <> 0")
                        .param("number", number.value())
                        .query((row, n) -> IssueStatements.rounding(
                                "statement-tax-cancelled:",
                                number.value(),
                                row.getInt("tax_rate"),
                                Yen.of(row.getLong("rounding")).negated()))
                        .list());
    }

    private record Issued(String owner, LocalDate date, boolean issued) {}
}
