package jp.otodoke.loyalty;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.loyalty.GrantPoints.Purchase;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what orders have earned beyond what they earn by now, because goods came back; what has expired is gone already. The balance of a customer who has
 * used the points already becomes negative, and what is earned next pays for it.
 */
@Component
public class TakeBackPoints {
    private final PointAccounts accounts;
    private final EarnedLots lots;
    private final PointBook book;

    TakeBackPoints(PointAccounts accounts, EarnedLots lots, PointBook book) {
        this.accounts = accounts;
        this.lots = lots;
        this.book = book;
    }

    /** @return the sum of what is taken back */
    @Transactional
    public Yen takeBack(List<Purchase> purchases) {
        var rates = lots.rates(purchases.stream().map(Purchase::order).toList());
        var earning =
                purchases.stream().filter(p -> rates.containsKey(p.order())).toList();
        if (earning.isEmpty()) {
            return Yen.ZERO;
        }
        accounts.lock(earning.stream().map(Purchase::customer).toList());
        var orders = earning.stream().map(Purchase::order).toList();
        var earned = accounts.earned(orders);
        var notExpired = lots.notExpired(orders);
        var less = new ArrayList<PointEntry>();
        for (var purchase : earning) {
            var rate = Objects.requireNonNull(rates.get(purchase.order()));
            var beyond = earned.getOrDefault(purchase.order(), Yen.ZERO)
                    .minus(PointRate.points(purchase.paid(), rate))
                    .min(notExpired.getOrDefault(purchase.order(), Yen.ZERO));
            if (beyond.isPositive()) {
                less.add(new PointEntry(purchase.customer(), purchase.order(), beyond));
            }
        }
        if (!less.isEmpty()) {
            book.takeBack(less);
        }
        return Yen.sum(less, PointEntry::points);
    }
}
