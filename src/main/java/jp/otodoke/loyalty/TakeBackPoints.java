package jp.otodoke.loyalty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.otodoke.loyalty.GrantPoints.Purchase;
import jp.otodoke.loyalty.PointBook.TakenBack;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what orders have earned beyond what they earn by now, because goods came back; what has expired is gone already. The balance of a customer who has
 * used the points already becomes negative, and what is earned next pays for it.
 */
@Component
public class TakeBackPoints {
    private final OrderRates orderRates;
    private final PointAccounts accounts;
    private final EarnedLots lots;
    private final PointBook book;

    TakeBackPoints(OrderRates orderRates, PointAccounts accounts, EarnedLots lots, PointBook book) {
        this.orderRates = orderRates;
        this.accounts = accounts;
        this.lots = lots;
        this.book = book;
    }

    /** @return the sum of what is taken back */
    @Transactional
    public Yen takeBack(List<Purchase> purchases) {
        var before = lots.earned(purchases.stream().map(Purchase::order).toList());
        var earning =
                purchases.stream().filter(p -> before.containsKey(p.order())).toList();
        if (earning.isEmpty()) {
            return Yen.ZERO;
        }
        accounts.lock(earning.stream().map(Purchase::customer).toList());
        var rateOf = orderRates.granted(earning);
        var orders = earning.stream().map(Purchase::order).toList();
        var earned = lots.earned(orders);
        var notExpired = lots.notExpired(orders);
        var less = new ArrayList<TakenBack>();
        for (var purchase : earning) {
            var order = purchase.order();
            PointShares.of(purchase.paid(), rateOf.getOrDefault(order, Map.of()))
                    .less(earned.getOrDefault(order, Map.of()))
                    .forEach((rate, points) -> {
                        var left = notExpired.getOrDefault(order, Map.of()).getOrDefault(rate, Yen.ZERO);
                        if (left.isPositive()) {
                            less.add(new TakenBack(new PointEntry(purchase.customer(), order, points.min(left)), rate));
                        }
                    });
        }
        if (!less.isEmpty()) {
            book.takeBack(less);
        }
        return Yen.sum(less, taken -> taken.entry().points());
    }
}
