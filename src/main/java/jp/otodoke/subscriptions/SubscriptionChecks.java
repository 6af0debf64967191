package jp.otodoke.subscriptions;

import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.SqlCheck;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Detects runs that did not happen, or that do not end. */
@Configuration(proxyBeanMethods = false)
class SubscriptionChecks {
    private static final String NO_RUN =
            """
            select 'subscription-run-' || today.day as subject, 'operations' as group_name, '/subscription-runs' as href,
                   cast(:now as timestamptz) as since, array[today.due::text] as facts
              from (select d.day, (select count(*) from subscription s, subscription_policy p
                                    where s.next_delivery <= d.day + p.make_days) as due
                      from (select cast(cast(:now as timestamptz) at time zone 'Asia/Tokyo' as date) as day) d) today
             where today.due > 0
               and extract(hour from cast(:now as timestamptz) at time zone 'Asia/Tokyo') >= 1
               and not exists (select 1 from subscription_run r where r.trigger = 'SCHEDULED' and r.day = today.day)
            """;

    private static final String STUCK =
            """
            select 'subscription-run-' || r.id as subject, 'operations' as group_name, '/subscription-runs/' || r.id as href,
                   r.begun_at as since, array[r.expected::text] as facts
              from subscription_run r
             where r.state = 'RUNNING' and r.begun_at < cast(:now as timestamptz) - interval '1 hour'
            """;

    @Bean
    Check subscriptionRunMissing(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(jdbc, clock, "subscription-run-missing", NO_RUN);
    }

    @Bean
    Check subscriptionRunStuck(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(jdbc, clock, "subscription-run-stuck", STUCK);
    }
}
