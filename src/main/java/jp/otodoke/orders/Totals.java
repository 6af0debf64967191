package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;

/**
 * The totals of an order, tax included. {@code tax} is the tax contained in the amounts, computed per rate
 * on goods, shipping and fee less reductions, and rounded down once per rate.
 *
 * @param wrapping the part of the fee charged for wrapping
 */
@Embeddable
public record Totals(
        @Column(name = "goods") Yen goods,
        @Column(name = "shipping") Yen shipping,
        @Column(name = "fee") Yen fee,
        @Column(name = "wrapping") Yen wrapping,
        @Column(name = "discount") Yen discount,
        @Column(name = "points") Yen points,
        @Column(name = "tax") Yen tax,
        @Column(name = "total") Yen total) {

    private static final Totals NOTHING =
            new Totals(Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO);

    /**
     * @param wrapping part of the fee
     * @param standardRate the tax rate of shipping and fee, in per cent
     */
    static Totals of(
            Collection<OrderLine> lines,
            Yen shipping,
            Yen fee,
            Yen wrapping,
            Yen discount,
            Yen points,
            int standardRate) {
        var goods = Yen.sum(lines, OrderLine::amount);
        var tax = Yen.sum(shares(lines, shipping, fee, discount, points, standardRate), TaxShare::tax);
        var total = goods.plus(shipping).plus(fee).minus(discount).minus(points);
        return new Totals(goods, shipping, fee, wrapping, discount, points, tax, total);
    }

    /** The totals for the remaining lines; discount and points are reduced in proportion to the goods. */
    Totals remaining(Collection<OrderLine> lines, int standardRate) {
        return ofPieces(
                lines.stream()
                        .filter(line -> line.cancelled() < line.quantity())
                        .map(OrderLine::uncancelled)
                        .toList(),
                standardRate);
    }

    /** As {@link #remaining}, also without the pieces that came back. */
    Totals owed(Collection<OrderLine> lines, int standardRate) {
        return ofPieces(
                lines.stream()
                        .filter(line -> line.cancelled() + line.returned() < line.quantity())
                        .map(OrderLine::kept)
                        .toList(),
                standardRate);
    }

    /**
     * What is earned by the pieces that were shipped and have not come back, per rate: their goods, and the whole of shipping
     * and fee with the first of them, less a part of discount and points in proportion to the goods. Empty if there are none.
     */
    List<TaxShare> earned(Collection<OrderLine> lines, int standardRate) {
        return sharesOf(
                lines.stream()
                        .filter(line -> line.shipped() > line.returned())
                        .map(OrderLine::delivered)
                        .toList(),
                standardRate);
    }

    /** As {@link #earned}, those pieces included that came back later. */
    List<TaxShare> sold(Collection<OrderLine> lines, int standardRate) {
        return sharesOf(
                lines.stream()
                        .filter(line -> line.shipped() > 0)
                        .map(OrderLine::sent)
                        .toList(),
                standardRate);
    }

    /** As {@link #owed}, per rate. */
    List<TaxShare> owedByRate(Collection<OrderLine> lines, int standardRate) {
        return sharesOf(
                lines.stream()
                        .filter(line -> line.cancelled() + line.returned() < line.quantity())
                        .map(OrderLine::kept)
                        .toList(),
                standardRate);
    }

    private List<TaxShare> sharesOf(List<OrderLine> pieces, int standardRate) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        var part = Yen.sum(pieces, OrderLine::amount);
        return shares(pieces, shipping, fee, share(discount, part), pointsFor(part), standardRate);
    }

    /** What is paid in money for the goods that were shipped and have not come back: after discount and points, tax included. */
    Yen paidForGoods(Collection<OrderLine> lines) {
        var sent = Yen.sum(
                lines.stream()
                        .filter(line -> line.shipped() > line.returned())
                        .map(OrderLine::delivered)
                        .toList(),
                OrderLine::amount);
        return sent.minus(share(discount, sent)).minus(pointsFor(sent)).max(Yen.ZERO);
    }

    /** The same by product: what is paid is shared in proportion to the goods, so that the parts add up to it. */
    Map<Sku, Yen> paidByProduct(Collection<OrderLine> lines) {
        var goods = new TreeMap<Sku, Yen>();
        lines.stream()
                .filter(line -> line.shipped() > line.returned())
                .map(OrderLine::delivered)
                .forEach(line -> goods.merge(line.sku(), line.amount(), Yen::plus));
        var all = Yen.sum(goods.values(), amount -> amount);
        return all.isPositive() ? shared(paidForGoods(lines), goods, all) : Map.of();
    }

    private static Map<Sku, Yen> shared(Yen paid, SortedMap<Sku, Yen> goods, Yen all) {
        var parts = new TreeMap<Sku, Yen>();
        var until = Yen.ZERO;
        for (var one : goods.entrySet()) {
            var before = paid.share(until, all);
            until = until.plus(one.getValue());
            parts.put(one.getKey(), paid.share(until, all).minus(before));
        }
        return parts;
    }

    private Totals ofPieces(List<OrderLine> left, int standardRate) {
        if (left.isEmpty()) {
            return NOTHING;
        }
        var part = Yen.sum(left, OrderLine::amount);
        return of(left, shipping, fee, wrapping, share(discount, part), pointsFor(part), standardRate);
    }

    /** Never more than what is left comes to. */
    private Yen pointsFor(Yen part) {
        var toPay = part.plus(shipping).plus(fee).minus(share(discount, part));
        return share(points, part).min(toPay.max(Yen.ZERO));
    }

    /** Rounded up in the customer's favour. */
    private Yen share(Yen reduction, Yen part) {
        return goods.isZero()
                ? reduction
                : reduction.negated().share(part, goods).negated();
    }

    /** The fee without wrapping. */
    public Yen otherFee() {
        return fee.minus(wrapping);
    }

    /** Amount and tax per rate, lowest rate first; tax is rounded once per rate. */
    static List<TaxShare> shares(
            Collection<OrderLine> lines, Yen shipping, Yen fee, Yen discount, Yen points, int standardRate) {
        var perRate = new TreeMap<Integer, Yen>();
        lines.forEach(l -> perRate.merge(l.taxRate(), l.amount(), Yen::plus));
        perRate.merge(standardRate, shipping.plus(fee), Yen::plus);
        return after(perRate, discount.plus(points));
    }

    /** Spreads the reductions over the rates in proportion; the rounding remainder goes to the highest rate. */
    private static List<TaxShare> after(TreeMap<Integer, Yen> perRate, Yen reduction) {
        var sum = Yen.sum(perRate.values());
        var left = reduction;
        var shares = new ArrayList<TaxShare>();
        for (var rate : perRate.entrySet()) {
            boolean last = rate.getKey().equals(perRate.lastKey());
            var share = last || sum.isZero() ? left : reduction.share(rate.getValue(), sum);
            left = left.minus(share);
            var amount = rate.getValue().minus(share);
            shares.add(new TaxShare(rate.getKey(), amount, amount.taxIncluded(rate.getKey())));
        }
        return shares;
    }

    /**
     * Goods, shipping and fee taxed at one rate.
     *
     * @param percent the tax rate
     * @param tax the tax contained in the amount
     */
    public record TaxShare(int percent, Yen amount, Yen tax) {}
}
