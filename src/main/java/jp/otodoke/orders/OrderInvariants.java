package jp.otodoke.orders;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consistency checks of orders. */
@Configuration(proxyBeanMethods = false)
class OrderInvariants {
    /** Orders use the points that their remaining lines need, worked out here from the lines. */
    @Bean
    Invariant ordersUseTheirPoints(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "orders-use-their-points",
                """
                select count(*) from
                    (select o.order_number, coalesce(p.used, 0) as used,
                            case when k.pieces = 0 or o.points = 0 then 0
                                 else least(case when o.goods = 0 then o.points else ceil(o.points::numeric * k.amount / o.goods) end,
                                            greatest(k.amount + o.shipping + o.fee
                                                     - case when o.goods = 0 then o.discount
                                                            else ceil(o.discount::numeric * k.amount / o.goods) end, 0)) end as needed
                       from orders o
                       left join loyalty_order_points_view p on p.order_number = o.order_number
                      cross join lateral (select coalesce(sum(open + shipped - returned), 0) as pieces,
                                                 coalesce(sum(unit_price * (open + shipped - returned)), 0) as amount
                                            from order_line where order_number = o.order_number) k
                      where not o.priced_by_shop and (o.points <> 0 or p.used <> 0)) x
                 where x.used <> x.needed
                """);
    }
}
