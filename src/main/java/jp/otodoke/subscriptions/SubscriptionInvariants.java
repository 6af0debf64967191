package jp.otodoke.subscriptions;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consistency checks of subscriptions. */
@Configuration(proxyBeanMethods = false)
class SubscriptionInvariants {
    /**
     * Each turn before the next one was made or has a reason, once; none that a finished night's run should have decided on is
     * still waiting.
     */
    @Bean
    Invariant everyTurnIsDecidedOnce(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "subscription-turns-are-decided",
                """
                select (select count(*) from subscription s
                          left join lateral (select count(*) as turns, max(turn) as last from subscription_turn t
                                              where t.subscription_number = s.number) t on true
                         where t.turns <> coalesce(t.last, 0) or s.next_turn is not null and s.next_turn <> coalesce(t.last, 0) + 1)
                     + (select count(*) from subscription s
                         where s.next_delivery < (select max(day) from subscription_run where trigger = 'SCHEDULED' and state = 'DONE'))
                """);
    }

    /** A turn that was made has its order, which names it and belongs to the same customer. */
    @Bean
    Invariant turnsHaveTheirOrders(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "subscription-turns-have-orders",
                """
                select (select count(*) from subscription_turn t
                          join subscription s on s.number = t.subscription_number
                          left join orders_order_view o on o.order_number = t.order_number
                         where t.state = 'MADE'
                           and (o.order_number is null or o.customer_number <> s.customer_number
                                or o.channel_order_id is distinct from t.subscription_number || '-' || t.turn))
                     + (select count(*) from orders_order_view o
                         where o.channel = 'SUBSCRIPTION'
                           and not exists (select 1 from subscription_turn t where t.order_number = o.order_number))
                """);
    }

    /** What a finished run expected is what it has decided on. */
    @Bean
    Invariant subscriptionRunsBalance(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "subscription-runs-balance",
                """
                select count(*) from subscription_run r
                 where r.state = 'DONE'
                   and r.expected <> (select count(*) from subscription_run_turn t where t.run = r.id and t.outcome is not null)
                """);
    }
}
