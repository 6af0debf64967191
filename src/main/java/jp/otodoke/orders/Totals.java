package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import jp.otodoke.shared.Yen;

/**
 * The totals of an order in yen, tax included. {@code tax} is the tax contained in the amounts, computed per rate
 * on goods, shipping and fee less reductions, and rounded down once per rate.
 *
 * @param wrapping the part of the fee charged for wrapping
 */
@Embeddable
public record Totals(
        @Column(name = "goods") long goods,
        @Column(name = "shipping") long shipping,
        @Column(name = "fee") long fee,
        @Column(name = "wrapping") long wrapping,
        @Column(name = "discount") long discount,
        @Column(name = "points") long points,
        @Column(name = "tax") long tax,
        @Column(name = "total") long total) {

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
        long goods = lines.stream().mapToLong(OrderLine::amount).sum();
        var tax = shares(lines, shipping, fee, discount, points, standardRate).stream()
                .mapToLong(TaxShare::tax)
                .sum();
        var total = goods + shipping.amount() + fee.amount() - discount.amount() - points.amount();
        return new Totals(
                goods,
                shipping.amount(),
                fee.amount(),
                wrapping.amount(),
                discount.amount(),
                points.amount(),
                tax,
                total);
    }

    /** The totals for the remaining lines; discount and points are reduced in proportion to the goods. */
    Totals remaining(Collection<OrderLine> lines, int standardRate) {
        var left = lines.stream()
                .filter(line -> line.cancelled() < line.quantity())
                .map(OrderLine::uncancelled)
                .toList();
        if (left.isEmpty()) {
            return new Totals(0, 0, 0, 0, 0, 0, 0, 0);
        }
        var part = left.stream().mapToLong(OrderLine::amount).sum();
        return of(
                left,
                Yen.of(shipping),
                Yen.of(fee),
                Yen.of(wrapping),
                share(discount, part),
                share(points, part),
                standardRate);
    }

    /** Rounded up in the customer's favour. */
    private Yen share(long reduction, long part) {
        return Yen.of(goods == 0 ? reduction : -Math.floorDiv(-Math.multiplyExact(reduction, part), goods));
    }

    /** The fee without wrapping. */
    public long otherFee() {
        return fee - wrapping;
    }

    /** Amount and tax per rate, lowest rate first; tax is rounded once per rate. */
    static List<TaxShare> shares(
            Collection<OrderLine> lines, Yen shipping, Yen fee, Yen discount, Yen points, int standardRate) {
        var perRate = new TreeMap<Integer, Long>();
        lines.forEach(l -> perRate.merge(l.taxRate(), l.amount(), Math::addExact));
        perRate.merge(standardRate, shipping.plus(fee).amount(), Math::addExact);
        return after(perRate, discount.plus(points).amount());
    }

    /** Spreads the reductions over the rates in proportion; the rounding remainder goes to the highest rate. */
    private static List<TaxShare> after(TreeMap<Integer, Long> perRate, long reduction) {
        long sum = perRate.values().stream().mapToLong(Long::longValue).sum();
        long left = reduction;
        var shares = new ArrayList<TaxShare>();
        for (var rate : perRate.entrySet()) {
            boolean last = rate.getKey().equals(perRate.lastKey());
            long share = last || sum == 0 ? left : Math.floorDiv(Math.multiplyExact(reduction, rate.getValue()), sum);
            left -= share;
            long amount = rate.getValue() - share;
            shares.add(new TaxShare(
                    rate.getKey(),
                    amount,
                    Yen.of(amount).taxIncluded(rate.getKey()).amount()));
        }
        return shares;
    }

    /**
     * Goods, shipping and fee taxed at one rate.
     *
     * @param percent the tax rate
     * @param tax the tax contained in the amount
     */
    public record TaxShare(int percent, long amount, long tax) {}
}
