package jp.otodoke.loyalty;

import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to redeem with an order.
 *
 * @param points one point is one yen
 * @param coupon its code, as typed
 */
public record Redemption(Yen points, @Nullable String coupon) {
    public static final Redemption NONE = new Redemption(Yen.ZERO, null);

    public Redemption {
        coupon = TextNormalizer.orNull(coupon);
    }

    public boolean isNone() {
        return points.isZero() && coupon == null;
    }
}
