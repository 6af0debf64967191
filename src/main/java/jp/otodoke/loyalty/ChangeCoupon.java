package jp.otodoke.loyalty;

import java.util.Objects;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the terms of a coupon that no order has used. */
@Component
public class ChangeCoupon {
    private final JdbcClient jdbc;
    private final CheckCoupon check;
    private final Coupons coupons;
    private final AuditTrail audit;

    ChangeCoupon(JdbcClient jdbc, CheckCoupon check, Coupons coupons, AuditTrail audit) {
        this.jdbc = jdbc;
        this.check = check;
        this.coupons = coupons;
        this.audit = audit;
    }

    /**
     * @param terms all of them, with the code of the coupon
     * @throws Refusal if there is no such coupon (not found), or an order has used it (conflict)
     * @throws jp.otodoke.shared.InvalidInput naming every mistake
     */
    @Transactional
    public void change(Coupon terms) {
        var id = locked(terms.code());
        if (used(id)) {
            throw Refusal.conflict("coupon.used", terms.code());
        }
        check.check(terms);
        var before = coupons.find(terms.code()).orElseThrow().terms();
        update(id, terms);
        audit.record("coupon-changed", terms.code(), words(before) + " -> " + words(terms));
    }

    /** Whoever places an order with it waits, or was first. */
    private long locked(String code) {
        return jdbc.sql("select id from coupon where code = :code for update")
                .param("code", code)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("coupon.not-found", code));
    }

    private boolean used(long id) {
        return jdbc.sql("select exists (select 1 from coupon_use where coupon_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void update(long id, Coupon terms) {
        jdbc.sql(
                        """
                        update coupon set name = :name, valid_from = :from, valid_until = :until, kind = :kind, value = :value,
                               minimum = :minimum, quota = :quota, per_customer = :perCustomer, first_purchase = :first, active = :active
                         where id = :id
                        """)
                .param("id", id)
                .param("name", terms.name())
                .param("from", terms.validFrom())
                .param("until", terms.validUntil())
                .param("kind", terms.kind().name())
                .param("value", terms.value())
                .param("minimum", terms.minimum().amount())
                .param("quota", terms.quota())
                .param("perCustomer", terms.perCustomer())
                .param("first", terms.firstPurchase())
                .param("active", terms.active())
                .update();
        jdbc.sql("delete from coupon_product where coupon_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("insert into coupon_product (coupon_id, sku) select :id, s from unnest(:skus::text[]) s")
                .param("id", id)
                .param("skus", terms.skus().stream().map(Sku::value).toArray(String[]::new))
                .update();
    }

    /** As the audit trail has them. */
    private static String words(Coupon terms) {
        return String.join(
                " ",
                terms.validFrom() + ".." + terms.validUntil(),
                terms.kind() + "=" + terms.value(),
                "min=" + terms.minimum().amount(),
                "quota=" + Objects.toString(terms.quota(), "-"),
                "each=" + Objects.toString(terms.perCustomer(), "-"),
                "first=" + terms.firstPurchase(),
                "skus=" + terms.skus().stream().map(Sku::value).sorted().toList());
    }
}
