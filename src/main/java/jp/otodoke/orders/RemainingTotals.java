package jp.otodoke.orders;

import java.time.LocalDate;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TaxClass;
import org.springframework.stereotype.Component;

/** What an order comes to once pieces of it were cancelled. */
@Component
public class RemainingTotals {
    private final TaxRates taxRates;

    RemainingTotals(TaxRates taxRates) {
        this.taxRates = taxRates;
    }

    /**
     * The sums of what is open or shipped: its goods, the whole shipping and fee, less its part of discount and points;
     * the tax as always once per rate, at the rates of the day it was ordered on. Nothing where all is cancelled.
     */
    public Totals of(Order order) {
        if (order.lines().stream().allMatch(line -> line.cancelled() == 0)) {
            return order.totals();
        }
        var day = LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO);
        return order.totals().remaining(order.lines(), taxRates.percent(TaxClass.STANDARD, day));
    }
}
