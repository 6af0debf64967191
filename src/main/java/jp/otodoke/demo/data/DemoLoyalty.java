package jp.otodoke.demo.data;

import java.time.LocalDate;
import java.util.Set;
import jp.otodoke.loyalty.AddCoupon;
import jp.otodoke.loyalty.AddPointRate;
import jp.otodoke.loyalty.Coupon;
import jp.otodoke.loyalty.CouponKind;
import jp.otodoke.loyalty.PointRate;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Grants points of 1 % from the beginning, and issues two coupons. */
@Component
class DemoLoyalty {
    private final AddPointRate addPointRate;
    private final AddCoupon addCoupon;
    private final BusinessClock clock;

    DemoLoyalty(AddPointRate addPointRate, AddCoupon addCoupon, BusinessClock clock) {
        this.addPointRate = addPointRate;
        this.addCoupon = addCoupon;
        this.clock = clock;
    }

    void begin() {
        addPointRate.add(new PointRate(text("demo.points"), 10, LocalDate.of(2000, 1, 1), null, 12));
        addCoupon.add(coupon("WELCOME500", "demo.coupon.welcome", CouponKind.AMOUNT, 500, 3_000, null, true));
        addCoupon.add(coupon("THANKS10", "demo.coupon.thanks", CouponKind.PERCENT, 10, 0, 100, false));
    }

    private Coupon coupon(
            String code,
            String name,
            CouponKind kind,
            int value,
            long minimum,
            @Nullable Integer quota,
            boolean first) {
        var today = clock.today();
        return new Coupon(
                code,
                text(name),
                today.minusMonths(1),
                today.plusYears(1),
                kind,
                value,
                Yen.of(minimum),
                quota,
                1,
                first,
                true,
                Set.of());
    }

    private static String text(String key) {
        return BilingualText.of(key).japanese();
    }
}
