package jp.otodoke.orders;

import java.time.LocalDate;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.loyalty.Coupons;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * Takes off a changed order what it still redeems: its points up to its new total, and its coupon by its terms. If the order does not reach
 * the coupon's minimum any more, the discount falls.
 */
@Component
class RedeemAgain {
    private final Coupons coupons;
    private final TaxRates taxRates;

    RedeemAgain(Coupons coupons, TaxRates taxRates) {
        this.coupons = coupons;
        this.taxRates = taxRates;
    }

    /** @param day whose tax rates count */
    PricedOrder after(Order order, PricedOrder changed, LocalDate day) {
        var before = order.totals();
        if (order.pricedByShop()
                || before.discount().isZero() && before.points().isZero()) {
            return changed;
        }
        var goods = changed.goods();
        var discount = before.discount().isZero()
                ? Yen.ZERO
                : coupons.of(order.number())
                        .map(coupon -> coupon.discount(goods))
                        .orElse(Yen.ZERO);
        var toPay = changed.totals().goods().plus(changed.charges()).minus(discount);
        return changed.reducedBy(discount, before.points().min(toPay), taxRates.percent(TaxClass.STANDARD, day));
    }
}
