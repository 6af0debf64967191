package jp.otodoke.loyalty;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.loyalty.RecordRedemptions.Redeemed;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders use which coupons. */
@Component
class CouponUses {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CouponUses(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(List<Redeemed> redeemed) {
        jdbc.sql(
                        """
                        with added as (insert into coupon_use (order_number, coupon_id, customer_number, discount, sales, used_at)
                                       select *, :now from unnest(:orders::text[], :coupons::bigint[], :customers::text[], :discounts::bigint[],
                                                                  :sales::bigint[])
                                       returning coupon_id)
                        update coupon c set used = c.used + a.uses
                          from (select coupon_id, count(*)::int as uses from added group by coupon_id order by coupon_id) a
                         where c.id = a.coupon_id and c.quota is not null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("orders", redeemed.stream().map(r -> r.order().value()).toArray(String[]::new))
                .param(
                        "coupons",
                        redeemed.stream().map(r -> r.reduction().coupon()).toArray(Long[]::new))
                .param(
                        "customers",
                        redeemed.stream().map(r -> r.customer().value()).toArray(String[]::new))
                .param(
                        "discounts",
                        redeemed.stream()
                                .map(r -> r.reduction().discount().amount())
                                .toArray(Long[]::new))
                .param("sales", redeemed.stream().map(r -> r.sales().amount()).toArray(Long[]::new))
                .update();
    }

    void keep(OrderNumber order, Yen discount, Yen sales) {
        jdbc.sql(
                        """
                        update coupon_use set discount = :discount, sales = :sales
                         where order_number = :order and returned_at is null
                        """)
                .param("discount", discount.amount())
                .param("sales", sales.amount())
                .param("order", order.value())
                .update();
    }

    /**
     * Another order may use it.
     *
     * @return false if the order used none
     */
    boolean giveUp(OrderNumber order) {
        return jdbc.sql(
                                """
                        with given as (update coupon_use set returned_at = :now where order_number = :order and returned_at is null
                                       returning coupon_id)
                        update coupon set used = case when quota is null then used else used - 1 end
                         where id in (select coupon_id from given)
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("order", order.value())
                        .update()
                > 0;
    }
}
