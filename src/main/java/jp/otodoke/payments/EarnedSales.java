package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.Yen;

/** What shipped goods earn, by tax rate. */
final class EarnedSales {
    private EarnedSales() {}

    /**
     * Not more than is charged for the order, as some of it may have been waived: then less at each rate in proportion, rounded
     * down, the rest at the last rate.
     *
     * @param charged not negative
     */
    static List<TaxShare> within(List<TaxShare> earned, Yen charged) {
        var sum = Yen.sum(earned, TaxShare::amount);
        if (!sum.isMoreThan(charged)) {
            return earned;
        }
        var left = charged;
        var shares = new ArrayList<TaxShare>();
        for (int i = 0; i < earned.size(); i++) {
            int rate = earned.get(i).percent();
            var amount = i == earned.size() - 1 ? left : earned.get(i).amount().share(charged, sum);
            left = left.minus(amount);
            shares.add(new TaxShare(rate, amount, amount.taxIncluded(rate)));
        }
        return shares;
    }
}
