package jp.otodoke.documents;

import java.time.LocalDate;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.orders.Order;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TaxClass;
import org.springframework.stereotype.Component;

/** 軽減税率: which rates are the reduced one, which an invoice has to mark. */
@Component
class ReducedRates {
    private final TaxRates rates;

    ReducedRates(TaxRates rates) {
        this.rates = rates;
    }

    /** At the rates of the order's day. */
    boolean is(int percent, Order order) {
        return is(percent, LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO));
    }

    boolean is(int percent, LocalDate day) {
        var percents = rates.percents(day);
        return percent != percents.getOrDefault(TaxClass.STANDARD, 0)
                && percent == percents.getOrDefault(TaxClass.REDUCED, -1);
    }

    int standard(Order order) {
        return rates.percent(TaxClass.STANDARD, LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO));
    }
}
