package jp.otodoke.membership;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consistency checks of memberships. */
@Configuration(proxyBeanMethods = false)
class MembershipInvariants {
    /** Validity and periods tell the same, and the last thing that happened tells the state. */
    @Bean
    Invariant membershipsAddUp(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "memberships-add-up",
                """
                select count(*) from membership m join membership_plan p on p.code = m.plan
                 where m.periods < 1 or (m.valid_until is null) <> (p.period = 'ONCE')
                    or m.state is distinct from (select c.state from membership_change c where c.membership = m.number
                                                  order by c.id desc limit 1)
                """);
    }

    /** Nobody is asked for dues while dormant or after leaving. */
    @Bean
    Invariant noDuesOfWhoIsGone(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "no-dues-of-who-is-gone",
                """
                select count(*) from membership m
                  join membership_due d on d.membership = m.number
                  join payments_receivable_view r on r.number = d.receivable
                 where m.state in ('DORMANT', 'WITHDRAWN') and r.charged > r.paid
                """);
    }
}
