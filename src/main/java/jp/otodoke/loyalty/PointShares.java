package jp.otodoke.loyalty;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;

/** What an order earns by each of its rates: rounded down once for each. */
record PointShares(Map<PointRate, Yen> points) {
    /** @param paid for each product; one without a rate earns nothing */
    static PointShares of(Map<Sku, Yen> paid, Map<Sku, PointRate> rates) {
        var sums = new HashMap<PointRate, Yen>();
        paid.forEach((sku, amount) -> {
            var rate = rates.get(sku);
            if (rate != null) {
                sums.merge(rate, amount, Yen::plus);
            }
        });
        var points = new TreeMap<PointRate, Yen>(Comparator.comparingLong(PointRate::id));
        sums.forEach((rate, sum) -> points.put(rate, rate.points(sum)));
        return new PointShares(points);
    }

    Yen total() {
        return Yen.sum(points.values(), share -> share);
    }

    /** By which of them more is earned than before, in all no more than the order earns more. */
    Map<PointRate, Yen> more(Map<Long, Yen> earned) {
        var left = total().minus(Yen.sum(earned.values(), amount -> amount));
        var more = new TreeMap<PointRate, Yen>(Comparator.comparingLong(PointRate::id));
        for (var share : points.entrySet()) {
            var difference = share.getValue()
                    .minus(earned.getOrDefault(share.getKey().id(), Yen.ZERO))
                    .min(left);
            if (difference.isPositive()) {
                more.put(share.getKey(), difference);
                left = left.minus(difference);
            }
        }
        return more;
    }

    /** By which rates less is earned than before, in all no more than the order earns less. */
    Map<Long, Yen> less(Map<Long, Yen> earned) {
        var now = new HashMap<Long, Yen>();
        points.forEach((rate, share) -> now.put(rate.id(), share));
        var left = Yen.sum(earned.values(), amount -> amount).minus(total());
        var less = new TreeMap<Long, Yen>();
        for (var before : new TreeMap<>(earned).entrySet()) {
            var difference = before.getValue()
                    .minus(now.getOrDefault(before.getKey(), Yen.ZERO))
                    .min(left);
            if (difference.isPositive()) {
                less.put(before.getKey(), difference);
                left = left.minus(difference);
            }
        }
        return less;
    }
}
