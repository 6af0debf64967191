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
                     + (select count(*) from payment p
                          left join (select order_number, sum(amount) as open from ledger_entry
                                      where account = 'RECEIVABLE' group by order_number) l on l.order_number = p.order_number
                         where coalesce(l.open, 0) <> p.charged - p.paid)
                """);
    }

    @Bean
    Invariant depositsWithinTheirAmount(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "deposits-matched-within-amount",
                """
                select count(*) from deposit d
                  left join (select deposit_id, sum(amount) as matched from deposit_allocation group by deposit_id) a
                    on a.deposit_id = d.id
                 where d.amount > 0 and (coalesce(a.matched, 0) > d.amount or d.amount - coalesce(a.matched, 0) <> d.remaining)
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
                    (select order_number, -sum(amount) as booked from ledger_entry
                      where account = 'CARD' and posting like 'refund:%' group by order_number) l
                    on l.order_number = r.order_number
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
                select count(*) from payment p
                 where p.paid > p.charged
                   and p.paid - p.charged > coalesce((select sum(r.amount) from refund r
                                                       where r.order_number = p.order_number and r.state = 'REQUESTED'), 0)
                   and not exists (select 1 from inbox_task_subject_view s join inbox_task_view t on t.id = s.task_id
                                    where s.kind = 'ORDER' and s.key = p.order_number
                                      and t.type = 'refund-due' and t.state = 'OPEN')
                """);
    }

    @Bean
    Invariant oneCapturePerPayment(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "one-capture-per-payment",
                """
                select count(*) from (select order_number, sum(amount) as captured from ledger_entry
                                       where posting like 'capture:%' and account = 'CARD'
                                       group by order_number having count(*) > 1) x
                 where captured > (select max(charged) from (select sum(-amount) over (order by id) as charged
                                                               from ledger_entry e
                                                              where e.order_number = x.order_number
                                                                and e.account = 'SALES') c)
                """);
    }
}
