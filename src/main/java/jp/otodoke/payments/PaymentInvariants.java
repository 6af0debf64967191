package jp.otodoke.payments;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consistency checks of payments and the ledger. */
@Configuration(proxyBeanMethods = false)
class PaymentInvariants {
    @Bean
    Invariant receivablesBalance(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "receivables-balance",
                """
                select (select count(*) from (select posting from ledger_entry group by posting having sum(amount) <> 0) x)
                     + (select count(*) from receivable p
                          left join (select receivable, sum(amount) as charged from receivable_charge group by receivable) c
                            on c.receivable = p.number
                         where coalesce(c.charged, 0) <> p.charged)
                     + (select count(*) from receivable p
                          left join (select receivable, sum(amount) filter (where account = 'RECEIVABLE') as open,
                                            -sum(amount) filter (where account in ('SALES', 'OUTPUT_TAX')) as earned
                                       from ledger_entry group by receivable) l on l.receivable = p.number
                         where coalesce(l.open, 0) <> coalesce(l.earned, 0) - p.paid)
                """);
    }

    /** Sales and their tax are what the shipped pieces earn, worked out here from the orders' lines and not from what was booked. */
    @Bean
    Invariant salesFollowShippedPieces(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "sales-follow-shipped-pieces",
                """
                select count(*) from payments_earned_view e
                  full join (select receivable, tax_rate, -sum(amount) filter (where account = 'SALES') as sales,
                                    -sum(amount) filter (where account = 'OUTPUT_TAX') as tax
                               from ledger_entry where account in ('SALES', 'OUTPUT_TAX') and receivable is not null
                              group by receivable, tax_rate) l
                    on l.receivable = e.receivable and coalesce(l.tax_rate, -1) = e.tax_rate
                 where coalesce(e.amount - e.tax, 0) <> coalesce(l.sales, 0) or coalesce(e.tax, 0) <> coalesce(l.tax, 0)
                """);
    }

    /** The debt in points is what customers have. */
    @Bean
    Invariant pointsInTheLedger(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "points-in-the-ledger",
                """
                select case when coalesce((select -sum(amount) from ledger_entry where account = 'POINTS'), 0)
                              = coalesce((select sum(balance) from loyalty_point_account_view), 0) then 0 else 1 end
                """);
    }

    /** What is paid is the sum of its rows, and each row has its posting. */
    @Bean
    Invariant paidIsTheSumOfAllocations(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "paid-is-the-sum-of-allocations",
                """
                select (select count(*) from receivable p
                          left join (select receivable, sum(amount) as paid from payment_allocation group by receivable) a
                            on a.receivable = p.number
                         where coalesce(a.paid, 0) <> p.paid)
                     + (select count(*) from payment_allocation a
                          left join ledger_entry e on e.posting = a.name and e.account = a.account
                         where a.amount is distinct from e.amount)
                """);
    }

    @Bean
    Invariant depositsWithinTheirAmount(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "deposits-matched-within-amount",
                """
                select count(*) from deposit d
                  left join (select deposit_id, sum(amount) as matched from payment_allocation
                              where deposit_id is not null group by deposit_id) a
                    on a.deposit_id = d.id
                 where d.amount > 0 and not d.from_agency
                   and (coalesce(a.matched, 0) > d.amount or d.amount - coalesce(a.matched, 0) <> d.remaining)
                """);
    }

    /** What lies at the agency for a payment at a store is what its notices say. */
    @Bean
    Invariant slipsAreBooked(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "slips-are-booked",
                """
                select count(*) from slip_receipt r
                  full join (select split_part(posting, ':', 2) as receipt, sum(amount) as booked from ledger_entry
                              where account = 'CONVENIENCE_AGENCY' and posting like 'slip:%'
                              group by split_part(posting, ':', 2)) l on l.receipt = cast(r.id as text)
                 where coalesce(r.booked, 0) <> coalesce(l.booked, 0)
                """);
    }

    @Bean
    Invariant cardRefundsBooked(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "card-refunds-booked",
                """
                select count(*) from
                    (select order_number, sum(amount) as done from refund where state = 'DONE' and route = 'CARD' group by order_number) r
                  full join
                    (select receivable, -sum(amount) as booked from ledger_entry
                      where account = 'CARD' and posting like 'refund:%' group by receivable) l
                    on l.receivable = r.order_number
                 where r.done is distinct from l.booked
                """);
    }

    /** What was given back has left the books once; of a card it has when the gateway says so, of a transfer when the bank is told. */
    @Bean
    Invariant refundsBooked(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "refunds-booked",
                """
                select count(*) from
                    (select order_number, sum(amount) as gone from refund
                      where state = 'DONE' or state = 'SENT' and route = 'TRANSFER' group by order_number) r
                  full join
                    (select a.receivable, -sum(a.amount) as booked
                       from payment_allocation a left join payment_allocation u on u.id = a.undoes
                       join receivable p on p.number = a.receivable and p.kind = 'ORDER'
                      where a.reason = 'REFUNDED' or u.reason = 'REFUNDED' group by a.receivable) l
                    on l.receivable = r.order_number
                 where coalesce(r.gone, 0) <> coalesce(l.booked, 0)
                """);
    }

    /** No money is forgotten: all that was paid beyond the charge is on its way back, or proposed to be. */
    @Bean
    Invariant excessIsGivenBack(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "excess-has-a-refund",
                """
                select count(*) from receivable p
                 where p.kind = 'ORDER' and p.paid > p.charged
                   and p.paid - p.charged > coalesce((select sum(r.amount) from refund r
                                                       where r.order_number = p.number
                                                         and (r.state in ('PROPOSED', 'APPROVED') or r.state = 'SENT' and r.route in ('CARD', 'AGENCY'))), 0)
                """);
    }

    /** Nothing is asked for twice: what is still here to be given back is not more than what is due. */
    @Bean
    Invariant refundsWithinExcess(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "refunds-within-excess",
                """
                select count(*) from
                    (select r.order_number, sum(r.amount) as open,
                            sum(r.amount) filter (where r.state <> 'SENT' and r.transfer_file_id is null) as here
                       from refund r
                      where r.state in ('PROPOSED', 'APPROVED') or r.state = 'SENT' and r.route in ('CARD', 'AGENCY') group by r.order_number) o
                  join receivable p on p.number = o.order_number
                 where o.here > 0 and o.open > greatest(p.paid - p.charged, 0)
                """);
    }

    /** A file says what its refunds say, and what the bank has been told is refunded. */
    @Bean
    Invariant transferFilesAddUp(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "transfer-files-add-up",
                """
                select count(*) from transfer_file f
                  left join (select transfer_file_id, count(*) as count, sum(amount) as total,
                                    bool_or(state = 'APPROVED') as waiting, bool_or(state in ('SENT', 'DONE', 'FAILED')) as gone
                               from refund where transfer_file_id is not null group by transfer_file_id) r on r.transfer_file_id = f.id
                 where f.state <> 'DISCARDED'
                   and (r.count is distinct from f.count or r.total is distinct from f.total
                        or f.state = 'COLLECTED' and r.gone or f.state <> 'COLLECTED' and r.waiting)
                """);
    }

    @Bean
    Invariant balancesNotOverdrawn(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "balances-not-overdrawn",
                """
                select count(*) from (select p.customer_number from ledger_entry e join receivable p on p.number = e.receivable
                                       where e.account = 'BALANCE' group by p.customer_number having sum(e.amount) > 0) x
                """);
    }

    @Bean
    Invariant oneCapturePerPayment(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "one-capture-per-payment",
                """
                select count(*) from (select receivable, sum(amount) as captured from ledger_entry
                                       where posting like 'capture:%' and account = 'CARD'
                                       group by receivable having count(*) > 1) x
                 where captured > (select max(charged) from (select sum(amount) over (order by id) as charged
                                                               from receivable_charge c
                                                              where c.receivable = x.receivable) c)
                """);
    }

    /** What was sold on account until the customer's last closing stands on statements, once; unless the next one has still to look at it. */
    @Bean
    Invariant statementsFollowSales(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "statements-follow-sales",
                """
                with closed as (select customer_number, max(cut_off) as cut_off from statement where state = 'ISSUED' group by customer_number),
                     sold as (select e.receivable, e.tax_rate, -sum(e.amount) as amount
                                from closed c join receivable r on r.customer_number = c.customer_number and r.kind = 'ORDER' and r.method = 'INVOICE'
                                join ledger_entry e on e.receivable = r.number and e.account in ('SALES', 'OUTPUT_TAX')
                                                   and e.tax_rate is not null and e.at < c.cut_off
                               where (r.credit_granted > 0 or r.invoiced <> 0) and not r.to_invoice
                               group by e.receivable, e.tax_rate having sum(e.amount) <> 0),
                     billed as (select l.receivable, l.tax_rate, sum(l.amount) as amount
                                  from statement_line l join statement s on s.number = l.statement and s.state = 'ISSUED'
                                  join receivable r on r.number = l.receivable and r.method = 'INVOICE' and not r.to_invoice
                                 group by l.receivable, l.tax_rate having sum(l.amount) <> 0)
                select (select count(*) from sold s full join billed b on b.receivable = s.receivable and b.tax_rate = s.tax_rate
                         where s.amount is distinct from b.amount)
                     + (select count(*) from receivable r
                          full join (select l.receivable, sum(l.amount) as amount
                                       from statement_line l join statement s on s.number = l.statement and s.state = 'ISSUED'
                                      group by l.receivable) b on b.receivable = r.number
                         where coalesce(b.amount, 0) <> coalesce(r.invoiced, 0))
                """);
    }

    /** A statement is the sum of its lines, and its tax that of its rates, with the rounding posted. */
    @Bean
    Invariant statementsAddUp(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "statements-add-up",
                """
                select (select count(*) from statement s
                          left join (select statement, sum(amount) as amount, sum(tax) as tax from statement_rate group by statement) r
                            on r.statement = s.number
                         where s.sales <> coalesce(r.amount, 0) or s.tax <> coalesce(r.tax, 0))
                     + (select count(*) from statement_rate r
                          full join (select statement, tax_rate, sum(amount) as amount, sum(tax) as tax from statement_line
                                      group by statement, tax_rate) l on l.statement = r.statement and l.tax_rate = r.tax_rate
                         where r.amount is distinct from l.amount or r.tax is distinct from l.tax + r.rounding
                            or r.tax <> floor(r.amount * r.tax_rate / (100.0 + r.tax_rate)))
                     + (select count(*) from statement_rate r
                          join statement s on s.number = r.statement
                          left join (select posting, -amount as amount from ledger_entry
                                      where account = 'OUTPUT_TAX' and posting like 'statement-tax:%') e
                            on e.posting = 'statement-tax:' || r.statement || ':' || r.tax_rate
                         where r.rounding <> coalesce(e.amount, 0))
                """);
    }
}
