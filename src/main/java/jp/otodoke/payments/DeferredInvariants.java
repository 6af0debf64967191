package jp.otodoke.payments;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consistency checks of 後払い. */
@Configuration(proxyBeanMethods = false)
class DeferredInvariants {
    /** Every yen that lies with the provider belongs to a reported transaction or to a statement whose transfer has not come. */
    @Bean
    Invariant deferredClaimsBelongToTransactions(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "deferred-claims-belong-to-transactions",
                """
                select case when coalesce((select sum(amount) from ledger_entry where account = 'DEFERRED_AGENCY'), 0)
                               = coalesce((select sum(amount) from deferred_transaction t
                                            where state = 'REPORTED'
                                              and exists (select 1 from receivable r
                                                           where r.number = t.order_number and r.transaction_no = t.own_id)), 0)
                               - coalesce((select sum(fee) from deferred_settlement), 0)
                               - coalesce((select sum(amount) from deposit where from_deferred), 0)
                            then 0 else 1 end
                """);
    }

    /** Without its report the provider does not pay: once all has left it is reported, or asked about, or a person's task. */
    @Bean
    Invariant shippedDeferredOrdersAreReported(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "shipped-deferred-orders-are-reported",
                """
                select count(*) from deferred_transaction t
                  join receivable r on r.number = t.order_number and r.transaction_no = t.own_id and r.method = 'DEFERRED'
                 where t.state <> 'REPORTED' and r.charged > r.paid
                   and exists (select 1 from deferred_parcel p where p.order_number = t.order_number)
                   and not exists (select 1 from orders_line_view l where l.order_number = t.order_number and l.open > 0)
                   and not exists (select 1 from deferred_call c where c.own_id = t.own_id and c.outcome is null)
                   and not exists (select 1 from inbox_task_view k join inbox_task_subject_view s on s.task_id = k.id
                                    where k.type in ('deferred-report', 'deferred-problem') and k.state = 'OPEN'
                                      and s.kind = 'ORDER' and s.key = t.order_number)
                """);
    }
}
