package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TaxClass;
import org.springframework.stereotype.Component;

/** The amount and tax of an order per tax rate, as printed on its documents. */
@Component
public class TaxShares {
    private final TaxRates rates;

    TaxShares(TaxRates rates) {
        this.rates = rates;
    }

    /** Omits rates with no amount. */
    public List<Totals.TaxShare> of(Order order) {
        return of(order, rates.percents(day(order)));
    }

    /** As {@link #of(Order)}, by order number; the rates of a day are read once. */
    public Map<OrderNumber, List<Totals.TaxShare>> of(Collection<Order> orders) {
        var percents = new HashMap<LocalDate, Map<TaxClass, Integer>>();
        return orders.stream()
                .collect(Collectors.toMap(
                        Order::number, order -> of(order, percents.computeIfAbsent(day(order), rates::percents))));
    }

    private static LocalDate day(Order order) {
        return LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO);
    }

    private static List<Totals.TaxShare> of(Order order, Map<TaxClass, Integer> percents) {
        var totals = order.totals();
        return Totals.shares(
                        order.lines(),
                        totals.shipping(),
                        totals.fee(),
                        totals.discount(),
                        totals.points(),
                        percents.getOrDefault(TaxClass.STANDARD, 0))
                .stream()
                .filter(share -> !share.amount().isZero())
                .toList();
    }
}
