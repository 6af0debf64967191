package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Computes what an order comes to after some of its pieces were cancelled or came back. */
@Component
public class RemainingTotals {
    private final TaxRates taxRates;

    RemainingTotals(TaxRates taxRates) {
        this.taxRates = taxRates;
    }

    /**
     * The totals of the open and shipped pieces: their goods, the full shipping and fee, less a proportional part
     * of discount and points; tax is rounded once per rate, at the rates valid on the order date. All zero if
     * everything is cancelled.
     */
    public Totals of(Order order) {
        if (order.lines().stream().allMatch(line -> line.cancelled() == 0)) {
            return order.totals();
        }
        return order.totals().remaining(order.lines(), standardRate(order));
    }

    /**
     * What the customer owes for the order, paid or not: as {@link #of}, also without the pieces that came back and are
     * not sent again. It depends on the lines only, not on the order in which pieces were cancelled and came back;
     * nothing is owed if the customer keeps nothing.
     */
    public Totals owed(Order order) {
        if (order.lines().stream().allMatch(line -> line.returned() == 0)) {
            return of(order);
        }
        return order.totals().owed(order.lines(), standardRate(order));
    }

    /**
     * What is earned by the pieces that were shipped and have not come back, by tax rate, the lowest first; tax is rounded once
     * per rate. Shipping and fee are earned with the first piece. Once no piece is open it comes to {@link #owed}.
     */
    public List<TaxShare> earned(Order order) {
        return order.totals().earned(order.lines(), standardRate(order));
    }

    /** What is paid in money for the goods that the customer has and keeps: after discount and points, tax included, by product. */
    Map<Sku, Yen> paidByProduct(Order order) {
        return order.totals().paidByProduct(order.lines());
    }

    /** What the shipped pieces come to, by tax rate, those included that came back later; without rates of no amount. */
    public List<TaxShare> sold(Order order) {
        return withoutZeros(order.totals().sold(order.lines(), standardRate(order)));
    }

    /**
     * By how much less is earned because pieces came back, by tax rate; tax is rounded once per rate of it. Empty if none
     * did.
     */
    public List<TaxShare> takenBack(Order order) {
        var kept = earned(order).stream().collect(Collectors.toMap(TaxShare::percent, TaxShare::amount));
        return withoutZeros(sold(order).stream()
                .map(share -> {
                    var amount = share.amount().minus(kept.getOrDefault(share.percent(), Yen.ZERO));
                    return new TaxShare(share.percent(), amount, amount.taxIncluded(share.percent()));
                })
                .toList());
    }

    /** As {@link #owed}, by tax rate, without rates of no amount. */
    public List<TaxShare> owedByRate(Order order) {
        return withoutZeros(order.totals().owedByRate(order.lines(), standardRate(order)));
    }

    private static List<TaxShare> withoutZeros(List<TaxShare> shares) {
        return shares.stream().filter(share -> !share.amount().isZero()).toList();
    }

    private int standardRate(Order order) {
        return taxRates.percent(TaxClass.STANDARD, LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO));
    }
}
