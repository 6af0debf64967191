package jp.otodoke.orders;

import java.util.List;
import jp.otodoke.loyalty.Goods;
import jp.otodoke.shared.Yen;

/** The lines and destinations of an order with all amounts. */
record PricedOrder(
        List<OrderDestination> destinations, List<OrderLine> lines, Totals totals, List<Totals.TaxShare> taxes) {
    /** As a coupon sees the lines. */
    List<Goods> goods() {
        return lines.stream().map(line -> new Goods(line.sku(), line.amount())).toList();
    }

    Yen charges() {
        return totals.shipping().plus(totals.fee());
    }

    /** @param standardRate the tax rate of shipping and fee, in per cent */
    PricedOrder reducedBy(Yen discount, Yen points, int standardRate) {
        var shipping = totals.shipping();
        var fee = totals.fee();
        return new PricedOrder(
                destinations,
                lines,
                Totals.of(lines, shipping, fee, totals.wrapping(), discount, points, standardRate),
                Totals.shares(lines, shipping, fee, discount, points, standardRate));
    }
}
