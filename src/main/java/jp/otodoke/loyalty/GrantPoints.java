package jp.otodoke.loyalty;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.loyalty.PointBook.EarnedLot;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants the points that orders earn once their goods are delivered, at the rates of the day of the order, as the difference to
 * what they have earned already: asking twice grants once.
 */
@Component
public class GrantPoints {
    private final OrderRates orderRates;
    private final PointChannels channels;
    private final PointAccounts accounts;
    private final EarnedLots lots;
    private final PointBook book;
    private final BusinessClock clock;

    GrantPoints(
            OrderRates orderRates,
            PointChannels channels,
            PointAccounts accounts,
            EarnedLots lots,
            PointBook book,
            BusinessClock clock) {
        this.orderRates = orderRates;
        this.channels = channels;
        this.accounts = accounts;
        this.lots = lots;
        this.book = book;
        this.clock = clock;
    }

    /** @return what is granted, by order */
    @Transactional
    public Map<OrderNumber, Yen> grant(List<Purchase> purchases) {
        var without = new HashSet<>(channels.withoutPoints());
        var paid = purchases.stream()
                .filter(p -> p.total().isPositive() && !without.contains(p.channel()))
                .toList();
        var earning = paid.stream().filter(earns(orderRates.of(paid))).toList();
        if (earning.isEmpty()) {
            return Map.of();
        }
        accounts.open(earning.stream().map(Purchase::customer).toList());
        // Read again under the lock: a grant of the same order may have kept its rates meanwhile.
        var rateOf = orderRates.of(earning);
        var earned = lots.earned(earning.stream().map(Purchase::order).toList());
        var more = earning.stream()
                .flatMap(purchase -> lots(purchase, rateOf, earned.getOrDefault(purchase.order(), Map.of())))
                .toList();
        if (!more.isEmpty()) {
            orderRates.keep(earning.stream().map(Purchase::order).toList(), rateOf);
            book.earn(more);
        }
        return more.stream()
                .map(EarnedLot::entry)
                .collect(Collectors.toMap(
                        entry -> Objects.requireNonNull(entry.order()), PointEntry::points, Yen::plus));
    }

    private static Predicate<Purchase> earns(Map<OrderNumber, Map<Sku, PointRate>> rateOf) {
        return purchase -> !rateOf.getOrDefault(purchase.order(), Map.of()).isEmpty();
    }

    private Stream<EarnedLot> lots(
            Purchase purchase, Map<OrderNumber, Map<Sku, PointRate>> rateOf, Map<Long, Yen> earned) {
        var shares = PointShares.of(purchase.paid(), rateOf.getOrDefault(purchase.order(), Map.of()));
        return shares.more(earned).entrySet().stream()
                .map(more -> new EarnedLot(
                        new PointEntry(purchase.customer(), purchase.order(), more.getValue()),
                        more.getKey().id(),
                        more.getKey().perMille(),
                        clock.today().plusMonths(more.getKey().validMonths())));
    }

    /**
     * @param orderedOn whose rate counts
     * @param paid for the goods that the customer keeps, by product, after discount and points, tax included
     */
    public record Purchase(
            OrderNumber order, CustomerNumber customer, String channel, LocalDate orderedOn, Map<Sku, Yen> paid) {
        public Purchase {
            paid = Map.copyOf(paid);
        }

        Yen total() {
            return Yen.sum(paid.values(), amount -> amount);
        }
    }
}
