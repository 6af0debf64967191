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
                          left join (select receivable, sum(amount) as open from ledger_entry
                                      where account = 'RECEIVABLE' group by receivable) l on l.receivable = p.number
                         where coalesce(l.open, 0) <> p.charged - p.paid)
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
                    (select order_number, sum(amount) as done from refund where state = 'DONE' group by order_number) r
                  full join
                    (select receivable, -sum(amount) as booked from ledger_entry
                      where account = 'CARD' and posting like 'refund:%' group by receivable) l
                    on l.receivable = r.order_number
                 where r.done is distinct from l.booked
                """);
    }

    /** No money is forgotten: what was paid beyond the charge goes back by card, or somebody is asked to give it back. */
    @Bean
    Invariant excessIsGivenBack(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "excess-has-a-refund",
                """
                select count(*) from receivable p
                 where p.kind = 'ORDER' and p.paid > p.charged
                   and p.paid - p.charged > coalesce((select sum(r.amount) from refund r
                                                       where r.order_number = p.number and r.state = 'REQUESTED'), 0)
                   and not exists (select 1 from inbox_task_subject_view s join inbox_task_view t on t.id = s.task_id
                                    where s.kind = 'ORDER' and s.key = p.number
                                      and t.type = 'refund-due' and t.state = 'OPEN')
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
                 where captured > (select max(charged) from (select sum(-amount) over (order by id) as charged
                                                               from ledger_entry e
                                                              where e.receivable = x.receivable
                                                                and e.account = 'SALES') c)
                """);
    }
}
