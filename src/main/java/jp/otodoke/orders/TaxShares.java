package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.shared.BusinessClock;
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
        var day = LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO);
        var totals = order.totals();
        return Totals.shares(
                        order.lines(),
                        totals.shipping(),
                        totals.fee(),
                        totals.discount(),
                        totals.points(),
                        rates.percents(day).getOrDefault(TaxClass.STANDARD, 0))
                .stream()
                .filter(share -> !share.amount().isZero())
                .toList();
    }
}
