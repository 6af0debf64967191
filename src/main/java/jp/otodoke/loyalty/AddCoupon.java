package jp.otodoke.loyalty;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues a coupon. Its terms stay as they are: orders have been reduced by them. */
@Component
public class AddCoupon {
    private static final int LONGEST_NAME = 100;
    private static final Yen MOST = Yen.of(9_999_999);

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final AuditTrail audit;
    private final BusinessClock clock;

    AddCoupon(JdbcClient jdbc, Catalog catalog, AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return its code
     * @throws InvalidInput naming every mistake
     */
    @Transactional
    public String add(Coupon coupon) {
        check(coupon);
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
                .orElseThrow(() -> new InvalidInput(List.of(problem("code", "taken"))));
        jdbc.sql("insert into coupon_product (coupon_id, sku) select :id, s from unnest(:skus::text[]) s")
                .param("id", id)
                .param("skus", coupon.skus().stream().map(Sku::value).toArray(String[]::new))
                .update();
        audit.record("coupon-added", coupon.code(), coupon.name());
        return coupon.code();
    }

    private void check(Coupon coupon) {
        var problems = new ArrayList<FieldProblem>();
        if (!coupon.code().matches("[A-Z0-9][A-Z0-9_-]{0,29}")) {
            problems.add(problem("code", "invalid"));
        }
        if (coupon.name().isBlank() || coupon.name().length() > LONGEST_NAME) {
            problems.add(problem("name", "required"));
        }
        if (coupon.validUntil().isBefore(coupon.validFrom())) {
            problems.add(problem("validUntil", "invalid"));
        }
        if (coupon.value() < 1
                || coupon.kind() == CouponKind.PERCENT && coupon.value() > 100
                || Yen.of(coupon.value()).isMoreThan(MOST)) {
            problems.add(problem("value", "invalid"));
        }
        if (coupon.minimum().isNegative() || coupon.minimum().isMoreThan(MOST)) {
            problems.add(problem("minimum", "invalid"));
        }
        if (coupon.quota() != null && coupon.quota() < 1) {
            problems.add(problem("quota", "invalid"));
        }
        if (coupon.perCustomer() != null && coupon.perCustomer() < 1) {
            problems.add(problem("perCustomer", "invalid"));
        }
        var known = catalog.find(List.copyOf(coupon.skus()), clock.today()).keySet();
        if (!known.containsAll(coupon.skus())) {
            problems.add(problem("skus", "unknown"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static FieldProblem problem(String field, String code) {
        return new FieldProblem(field, code, BilingualText.of("coupon.form.problem." + field + "." + code));
    }
}
