package jp.otodoke.documents;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.Yen;

/** A part of what is owed, by tax rate. */
final class Portion {
    private Portion() {}

    /**
     * Each rate in proportion, rounded down, the rest at the last one; tax is rounded once per rate.
     *
     * @param part not negative
     */
    static List<TaxShare> of(List<TaxShare> whole, Yen part) {
        var sum = Yen.sum(whole, TaxShare::amount);
        if (sum.equals(part) || !sum.isPositive()) {
            return whole;
        }
        var left = part;
        var shares = new ArrayList<TaxShare>();
        for (int i = 0; i < whole.size(); i++) {
            int rate = whole.get(i).percent();
            var amount = i == whole.size() - 1 ? left : whole.get(i).amount().share(part, sum);
            left = left.minus(amount);
            shares.add(new TaxShare(rate, amount, amount.taxIncluded(rate)));
        }
        return shares;
    }
}
