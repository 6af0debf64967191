package jp.otodoke.loyalty;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** What the terms of a coupon have to be like. */
@Component
class CheckCoupon {
    private static final int LONGEST_NAME = 100;
    private static final Yen MOST = Yen.of(9_999_999);

    private final Catalog catalog;
    private final BusinessClock clock;

    CheckCoupon(Catalog catalog, BusinessClock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** @throws InvalidInput naming every mistake */
    void check(Coupon coupon) {
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

    static FieldProblem problem(String field, String code) {
        return new FieldProblem(field, code, BilingualText.of("coupon.form.problem." + field + "." + code));
    }
}
