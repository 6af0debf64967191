package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import jp.otodoke.shared.Yen;

/**
 * The sums of an order in yen with tax. {@code tax} is what the amounts contain: per rate over goods,
 * shipping and fee less discounts, rounded down once per rate.
 *
 * @param wrapping the part of the fee that is for wrapping
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
     * @param standardRate per cent that shipping and fee are taxed at
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

    /** These sums for what is left of the lines; reductions count in proportion to the goods. */
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

    /** Rounded up: the odd yen is the customer's. */
    private Yen share(long reduction, long part) {
        return Yen.of(goods == 0 ? reduction : -Math.floorDiv(-Math.multiplyExact(reduction, part), goods));
    }

    /** The fee without what is for wrapping. */
    public long otherFee() {
        return fee - wrapping;
    }

    /** What falls to each rate, lowest rate first; the tax is rounded once per rate. */
    static List<TaxShare> shares(
            Collection<OrderLine> lines, Yen shipping, Yen fee, Yen discount, Yen points, int standardRate) {
        var perRate = new TreeMap<Integer, Long>();
        lines.forEach(l -> perRate.merge(l.taxRate(), l.amount(), Math::addExact));
        perRate.merge(standardRate, shipping.plus(fee).amount(), Math::addExact);
        return after(perRate, discount.plus(points).amount());
    }

    /** Reductions are spread over the rates in proportion; what rounding leaves goes to the highest rate. */
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
     * Goods, shipping and fee of one rate.
     *
     * @param percent of the rate
     * @param tax contained in the amount
     */
    public record TaxShare(int percent, long amount, long tax) {}
}
