package jp.otodoke.loyalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.otodoke.loyalty.PointBook.EarnedLot;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants the points that orders earn once their goods are delivered, at the rate of the day of the order, as the difference to
 * what they have earned already: asking twice grants once.
 */
@Component
public class GrantPoints {
    private final PointRates rates;
    private final PointChannels channels;
    private final PointAccounts accounts;
    private final EarnedLots lots;
    private final PointBook book;
    private final BusinessClock clock;

    GrantPoints(
            PointRates rates,
            PointChannels channels,
            PointAccounts accounts,
            EarnedLots lots,
            PointBook book,
            BusinessClock clock) {
        this.rates = rates;
        this.channels = channels;
        this.accounts = accounts;
        this.lots = lots;
        this.book = book;
        this.clock = clock;
    }

    /** @return what is granted, by order */
    @Transactional
    public Map<OrderNumber, Yen> grant(List<Purchase> purchases) {
        var known = rates.all();
        var without = new HashSet<>(channels.withoutPoints());
        var earning = purchases.stream()
                .filter(p -> p.paid().isPositive() && !without.contains(p.channel()))
                .filter(p -> PointRates.on(p.orderedOn(), known).isPresent())
                .toList();
        if (earning.isEmpty()) {
            return Map.of();
        }
        accounts.open(earning.stream().map(Purchase::customer).toList());
        var orders = earning.stream().map(Purchase::order).toList();
        var rateOf = lots.rates(orders);
        var earned = accounts.earned(orders);
        var more = new ArrayList<EarnedLot>();
        for (var purchase : earning) {
            var rate = PointRates.on(purchase.orderedOn(), known).orElseThrow();
            var perMille = rateOf.getOrDefault(purchase.order(), rate.perMille());
            var points =
                    PointRate.points(purchase.paid(), perMille).minus(earned.getOrDefault(purchase.order(), Yen.ZERO));
            if (points.isPositive()) {
                more.add(new EarnedLot(
                        new PointEntry(purchase.customer(), purchase.order(), points),
                        perMille,
                        clock.today().plusMonths(rate.validMonths())));
            }
        }
        if (!more.isEmpty()) {
            book.earn(more);
        }
        return more.stream()
                .map(EarnedLot::entry)
                .collect(Collectors.toMap(entry -> Objects.requireNonNull(entry.order()), PointEntry::points));
    }

    /**
     * @param orderedOn whose rate counts
     * @param paid for the goods that the customer keeps, after discount and points, tax included
     */
    public record Purchase(OrderNumber order, CustomerNumber customer, String channel, LocalDate orderedOn, Yen paid) {}
}
