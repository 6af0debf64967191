package jp.otodoke.orders;

import jp.otodoke.loyalty.Coupons;
import jp.otodoke.loyalty.Reduction;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * What a changed order still redeems: its points up to its new total, and its coupon by its terms. If the order does not reach
 * the coupon's minimum any more, the discount falls.
 */
@Component
class RedeemAgain {
    private final Coupons coupons;

    RedeemAgain(Coupons coupons) {
        this.coupons = coupons;
    }

    Reduction after(Order order, PricedOrder changed) {
        var before = order.totals();
        if (order.pricedByShop()) {
            return Reduction.NONE;
        }
        var goods = changed.goods();
        var discount = before.discount().isZero()
                ? Yen.ZERO
                : coupons.of(order.number())
                        .map(coupon -> coupon.discount(goods))
                        .orElse(Yen.ZERO);
        var toPay = changed.totals().goods().plus(changed.charges()).minus(discount);
        return new Reduction(discount, before.points().min(toPay), null);
    }
}
