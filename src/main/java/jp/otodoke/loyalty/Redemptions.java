package jp.otodoke.loyalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** What may be redeemed by some orders, one after the other: what one has taken the next does not have. */
public final class Redemptions {
    /** For orders that redeem nothing. */
    public static final Redemptions NONE = new Redemptions(Map.of(), Map.of());

    private final Map<CustomerNumber, Yen> available;
    private final Map<String, OpenCoupon> coupons;

    /** @param coupons by code */
    Redemptions(Map<CustomerNumber, Yen> available, Map<String, OpenCoupon> coupons) {
        this.available = new HashMap<>(available);
        this.coupons = coupons;
    }

    /**
     * @param day on which the order was placed
     * @param charges shipping and fee, which points may pay too
     * @throws InvalidInput naming what can't be redeemed; then nothing is taken
     */
    public Reduction reduce(Redemption wanted, Redeemer who, LocalDate day, Collection<Goods> goods, Yen charges) {
        if (wanted.isNone()) {
            return Reduction.NONE;
        }
        var problems = new ArrayList<FieldProblem>();
        var coupon = coupon(wanted.coupon(), who, day, goods, problems);
        var discount = coupon == null ? Yen.ZERO : coupon.terms().discount(goods);
        var toPay = Yen.sum(goods, Goods::amount).plus(charges).minus(discount);
        problems.addAll(problems(wanted.points(), who.customer(), toPay));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var customer = who.customer();
        if (customer != null) {
            available.computeIfPresent(customer, (number, points) -> points.minus(wanted.points()));
        }
        if (coupon != null) {
            coupon.use(who);
        }
        return new Reduction(discount, wanted.points(), coupon == null ? null : coupon.id());
    }

    private @Nullable OpenCoupon coupon(
            @Nullable String typed, Redeemer who, LocalDate day, Collection<Goods> goods, List<FieldProblem> problems) {
        if (typed == null) {
            return null;
        }
        var coupon = coupons.get(Coupon.code(typed));
        var refusal = coupon == null ? "unknown" : coupon.refusal(who, day, goods);
        if (refusal != null) {
            var minimum = coupon == null ? Yen.ZERO : coupon.terms().minimum();
            problems.add(new FieldProblem(
                    "coupon", refusal, BilingualText.of("coupon.problem." + refusal, Coupon.code(typed), minimum)));
            return null;
        }
        return coupon;
    }

    private List<FieldProblem> problems(Yen points, @Nullable CustomerNumber customer, Yen toPay) {
        if (points.isNegative()) {
            return List.of(new FieldProblem("points", "invalid", BilingualText.of("points.problem.negative")));
        }
        var balance = customer == null ? Yen.ZERO : available.getOrDefault(customer, Yen.ZERO);
        if (points.isMoreThan(balance)) {
            return List.of(new FieldProblem(
                    "points", "balance", BilingualText.of("points.problem.balance", balance.amount())));
        }
        return points.isMoreThan(toPay)
                ? List.of(new FieldProblem("points", "total", BilingualText.of("points.problem.total", toPay)))
                : List.of();
    }
}
