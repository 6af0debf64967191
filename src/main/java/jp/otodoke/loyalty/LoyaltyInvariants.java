package jp.otodoke.loyalty;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consistency checks of points and coupons. */
@Configuration(proxyBeanMethods = false)
class LoyaltyInvariants {
    /** What is left of accounts and lots is the sum of their movements, and no order was given back more than it used. */
    @Bean
    Invariant pointsAddUp(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "points-add-up",
                """
                select (select count(*) from point_account a
                          left join (select customer_number, sum(amount) as points from point_movement group by customer_number) m
                                 using (customer_number) where a.balance <> coalesce(m.points, 0))
                     + (select count(*) from point_lot l
                          left join (select lot_id, sum(amount) as points from point_movement group by lot_id) m on m.lot_id = l.id
                         where l.remaining <> coalesce(m.points, 0))
                     + (select count(*) from loyalty_order_points_view where used < 0 or earned < 0)
                     + (select coalesce(abs(sum(amount)), 0) from point_movement where kind = 'SETTLED')
                """);
    }

    @Bean
    Invariant couponsWithinQuota(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "coupons-within-quota",
                """
                select count(*) from coupon c
                  left join (select coupon_id, count(*) as uses from coupon_use where returned_at is null group by coupon_id) u
                    on u.coupon_id = c.id
                 where c.quota is not null and (c.used <> coalesce(u.uses, 0) or c.used > c.quota)
                """);
    }
}
