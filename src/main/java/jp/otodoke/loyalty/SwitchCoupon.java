package jp.otodoke.loyalty;

import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops a coupon, or lets it be used again; orders that use it keep their discount. */
@Component
public class SwitchCoupon {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    SwitchCoupon(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional
    public void active(String code, boolean active) {
        var known = jdbc.sql("update coupon set active = :active where code = :code")
                .param("active", active)
                .param("code", Coupon.code(code))
                .update();
        if (known == 0) {
            throw Refusal.notFound("coupon.not-found", Coupon.code(code));
        }
        audit.record(active ? "coupon-started" : "coupon-stopped", Coupon.code(code), "");
    }
}
