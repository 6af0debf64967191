package jp.otodoke.loyalty;

import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * By what an order is reduced.
 *
 * @param coupon whose discount it is; null without one
 */
public record Reduction(Yen discount, Yen points, @Nullable Long coupon) {
    public static final Reduction NONE = new Reduction(Yen.ZERO, Yen.ZERO, null);

    public boolean isNone() {
        return coupon == null && discount.isZero() && points.isZero();
    }
}
