package jp.otodoke.loyalty;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues a coupon. Once an order has used it its terms stay as they are. */
@Component
public class AddCoupon {
    private final JdbcClient jdbc;
    private final CheckCoupon check;
    private final AuditTrail audit;
    private final BusinessClock clock;

    AddCoupon(JdbcClient jdbc, CheckCoupon check, AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return its code
     * @throws InvalidInput naming every mistake
     */
    @Transactional
    public String add(Coupon coupon) {
        check.check(coupon);
        var id = jdbc.sql(
                        """
                        insert into coupon (code, name, valid_from, valid_until, kind, value, minimum, quota, per_customer,
                                            first_purchase, active, created_at)
                        values (:code, :name, :from, :until, :kind, :value, :minimum, :quota, :perCustomer, :first, :active, :now)
                        on conflict (code) do nothing returning id
                        """)
                .param("code", coupon.code())
                .param("name", coupon.name())
                .param("from", coupon.validFrom())
                .param("until", coupon.validUntil())
                .param("kind", coupon.kind().name())
                .param("value", coupon.value())
                .param("minimum", coupon.minimum().amount())
                .param("quota", coupon.quota())
                .param("perCustomer", coupon.perCustomer())
                .param("first", coupon.firstPurchase())
                .param("active", coupon.active())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new InvalidInput(List.of(CheckCoupon.problem("code", "taken"))));
        jdbc.sql("insert into coupon_product (coupon_id, sku) select :id, s from unnest(:skus::text[]) s")
                .param("id", id)
                .param("skus", coupon.skus().stream().map(Sku::value).toArray(String[]::new))
                .update();
        audit.record("coupon-added", coupon.code(), coupon.name());
        return coupon.code();
    }
}
