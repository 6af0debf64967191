package jp.otodoke.payments;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 締め: what was sold to each of many customers and stands on no statement yet becomes one statement invoice, in few statements
 * however many they are. Tax is rounded once for each rate of a statement, and the difference to what was booked with the orders is
 * posted.
 */
@Component
class IssueStatements {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final AssignVirtualAccount assignVirtualAccount;
    private final BusinessClock clock;

    IssueStatements(JdbcClient jdbc, Ledger ledger, AssignVirtualAccount assignVirtualAccount, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.assignVirtualAccount = assignVirtualAccount;
        this.clock = clock;
    }

    /**
     * Whoever is closed to this day or a later one already, and who owes nothing, gets none.
     *
     * @param by user name
     * @return the numbers of the statements
     */
    @Transactional
    public List<StatementNumber> issue(List<DueClosing> closings, String by) {
        lock(closings);
        var numbers = open(closings, by);
        if (!numbers.isEmpty()) {
            assignVirtualAccount.toDebtors(
                    closings.stream().map(DueClosing::customer).toList());
            var which = Map.<String, Object>of("numbers", numbers.toArray(String[]::new));
            addLines(which);
            addGoods(which);
            addRates(which);
            addUp(which);
            chargeToAccounts(which);
        }
        closed(closings);
        var kept = withoutEmpty(numbers);
        postRounding(kept);
        return kept.stream().map(StatementNumber::of).toList();
    }

    /** Nothing is sold to these customers, or taken back, until it is done: sales are booked under the same locks. */
    private void lock(List<DueClosing> closings) {
        jdbc.sql(
                        """
                        select customer_number from credit_terms where customer_number = any(:customers)
                         order by customer_number for update
                        """)
                .param("customers", texts(closings, closing -> closing.customer()
                        .value()))
                .query(String.class)
                .list();
        jdbc.sql(
                        "select number from receivable where to_invoice and customer_number = any(:customers) order by number for update")
                .param("customers", texts(closings, closing -> closing.customer()
                        .value()))
                .query(String.class)
                .list();
    }

    private List<String> open(List<DueClosing> closings, String by) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        insert into statement (number, customer_number, closing_date, cut_off, previous, received, sales, tax, total,
                                               due_date, state, issued_at, issued_by)
                        select 'B' || lpad(cast(nextval('statement_number') as text), 8, '0'), c.customer, c.date,
                               least(:now, (c.date + 1) at time zone 'Asia/Tokyo'), 0, 0, 0, 0, 0, c.due, 'ISSUED', :now, :by
                          from (select * from unnest(:customers::text[], :dates::date[], :dues::date[]) c(customer, date, due)
                                 order by customer) c
                         where not exists (select 1 from statement s
                                            where s.customer_number = c.customer and s.state = 'ISSUED' and s.closing_date >= c.date)
                           and exists (select 1 from receivable r where r.customer_number = c.customer
                                          and (r.to_invoice or (r.credit_granted > 0 or r.invoiced <> 0) and r.invoiced <> r.paid))
                        returning number
                        """)
                .param("customers", texts(closings, closing -> closing.customer()
                        .value()))
                .param(
                        "dates",
                        closings.stream().map(c -> Date.valueOf(c.date())).toArray(Date[]::new))
                .param("dues", closings.stream().map(c -> Date.valueOf(c.due())).toArray(Date[]::new))
                .param("now", Timestamp.from(now))
                .param("by", by)
                .query(String.class)
                .list();
    }

    /** By order and rate: what is earned until the cut-off and on no other statement. */
    private void addLines(Map<String, Object> which) {
        jdbc.sql(
                        """
                        insert into statement_line (statement, receivable, tax_rate, day, amount, tax, goods)
                        select s.number, r.number, e.tax_rate, e.day, e.amount - coalesce(l.amount, 0), e.tax - coalesce(l.tax, 0), g.goods
                          from statement s
                          join receivable r on r.customer_number = s.customer_number and r.to_invoice
                          join lateral (select tax_rate, cast(max(at) at time zone 'Asia/Tokyo' as date) as day,
                                               -sum(amount) filter (where account in ('SALES', 'OUTPUT_TAX')) as amount,
                                               coalesce(-sum(amount) filter (where account = 'OUTPUT_TAX'), 0) as tax
                                          from ledger_entry where receivable = r.number and tax_rate is not null and at < s.cut_off
                                         group by tax_rate) e on true
                          left join lateral (select sum(x.amount) as amount, sum(x.tax) as tax
                                               from statement_line x join statement y on y.number = x.statement and y.state = 'ISSUED'
                                              where x.receivable = r.number and x.tax_rate = e.tax_rate) l on true
                          left join lateral (select string_agg(o.name || ' x ' || o.pieces, chr(10) order by o.line_no) as goods
                                               from (select line_no, name, sum(quantity) as pieces from account_goods
                                                      where receivable = r.number and tax_rate = e.tax_rate and statement is null
                                                        and at < s.cut_off
                                                      group by line_no, sku, name having sum(quantity) <> 0) o) g on true
                         where s.number = any(:numbers) and e.amount <> coalesce(l.amount, 0)
                        """)
                .params(which)
                .update();
    }

    /** What was sold of its orders until the cut-off and stands on no other. */
    private void addGoods(Map<String, Object> which) {
        jdbc.sql(
                        """
                        update account_goods g set statement = s.number
                          from statement s
                         where s.number = any(:numbers) and g.statement is null and g.at < s.cut_off
                           and g.receivable in (select l.receivable from statement_line l where l.statement = s.number)
                        """)
                .params(which)
                .update();
    }

    private void addRates(Map<String, Object> which) {
        jdbc.sql(
                        """
                        insert into statement_rate (statement, tax_rate, amount, tax, rounding)
                        select statement, tax_rate, amount, floor(amount * tax_rate / (100.0 + tax_rate)),
                               floor(amount * tax_rate / (100.0 + tax_rate)) - tax
                          from (select statement, tax_rate, sum(amount) as amount, sum(tax) as tax from statement_line
                                 where statement = any(:numbers) group by statement, tax_rate) r
                        """)
                .params(which)
                .update();
    }

    private void chargeToAccounts(Map<String, Object> which) {
        jdbc.sql(
                        """
                        update receivable r
                           set invoiced = r.invoiced + l.amount, version = r.version + 1,
                               due_by = case when r.invoiced > r.paid then coalesce(r.due_by, l.due_date) else l.due_date end
                          from (select x.receivable, s.due_date, sum(x.amount) as amount
                                  from statement_line x join statement s on s.number = x.statement
                                 where s.number = any(:numbers) group by x.receivable, s.due_date) l
                         where r.number = l.receivable
                        """)
                .params(which)
                .update();
        jdbc.sql(
                        """
                        update receivable r set to_invoice = false, version = r.version + 1
                          from statement s
                         where s.number = any(:numbers) and r.customer_number = s.customer_number and r.to_invoice
                           and not exists (select 1 from ledger_entry e
                                            where e.receivable = r.number and e.tax_rate is not null and e.at >= s.cut_off)
                        """)
                .params(which)
                .update();
    }

    /** The account before this statement's sales is what stands on earlier ones and is not settled. */
    private void addUp(Map<String, Object> which) {
        jdbc.sql(
                        """
                        update statement s
                           set sales = n.sales, tax = n.tax, previous = n.previous,
                               received = n.previous - n.balance, total = n.balance + n.sales
                          from (select t.number,
                                       coalesce((select sum(amount) from statement_rate r where r.statement = t.number), 0) as sales,
                                       coalesce((select sum(tax) from statement_rate r where r.statement = t.number), 0) as tax,
                                       coalesce((select p.total from statement p
                                                  where p.customer_number = t.customer_number and p.state = 'ISSUED' and p.number <> t.number
                                                  order by p.closing_date desc limit 1), 0) as previous,
                                       coalesce((select sum(r.invoiced - r.paid) from receivable r
                                                  where r.customer_number = t.customer_number and r.invoiced <> r.paid
                                                    and (r.credit_granted > 0 or r.invoiced <> 0 or r.to_invoice)), 0) as balance
                                  from statement t where t.number = any(:numbers)) n
                         where s.number = n.number
                        """)
                .params(which)
                .update();
    }

    private List<String> withoutEmpty(List<String> numbers) {
        jdbc.sql(
                        """
                        delete from statement s where number = any(:numbers) and total <= 0
                           and not exists (select 1 from statement_line l where l.statement = s.number)
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .update();
        return jdbc.sql("select number from statement where number = any(:numbers) order by number")
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private void closed(List<DueClosing> closings) {
        jdbc.sql(
                        """
                        update credit_terms t set closed_through = greatest(t.closed_through, c.date)
                          from unnest(:customers::text[], :dates::date[]) c(customer, date) where t.customer_number = c.customer
                        """)
                .param("customers", texts(closings, closing -> closing.customer()
                        .value()))
                .param(
                        "dates",
                        closings.stream().map(c -> Date.valueOf(c.date())).toArray(Date[]::new))
                .update();
    }

    private void postRounding(List<String> numbers) {
        ledger.post(jdbc.sql(
                        "select statement, tax_rate, rounding from statement_rate where statement = any(:numbers) and rounding <> 0")
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> rounding(
                        "statement-tax:",
                        row.getString("statement"),
                        row.getInt("tax_rate"),
                        Yen.of(row.getLong("rounding"))))
                .list());
    }

    /** @param more by how much more tax is owed than was booked */
    static Posting rounding(String kind, String statement, int rate, Yen more) {
        return new Posting(kind + statement + ":" + rate, Account.SALES, Account.OUTPUT_TAX, more, null, rate);
    }

    private static String[] texts(List<DueClosing> closings, Function<DueClosing, String> text) {
        return closings.stream().map(text).toArray(String[]::new);
    }
}
