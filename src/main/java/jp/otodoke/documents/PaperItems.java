package jp.otodoke.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** The rows of an order's goods and charges, and its sums by tax rate. */
@Component
class PaperItems {
    private final ReducedRates reducedRates;

    PaperItems(ReducedRates reducedRates) {
        this.reducedRates = reducedRates;
    }

    /**
     * Goods, charges and what they are reduced by; together they come to the sum of the shares.
     *
     * @param pieces how many of a line
     */
    List<Paper.Item> sold(Order order, ToIntFunction<OrderLine> pieces, List<TaxShare> shares) {
        var items = goods(order, pieces);
        var totals = order.totals();
        var standard = reducedRates.standard(order);
        charge(items, "paper.item.shipping", totals.shipping(), standard);
        charge(items, "paper.item.fee", totals.otherFee(), standard);
        charge(items, "paper.item.wrapping", totals.wrapping(), standard);
        rest(items, "paper.item.reduction", shares);
        return items;
    }

    /** Goods that came back, and what else is given back or held back with them. */
    List<Paper.Item> takenBack(Order order, List<TaxShare> shares) {
        var items = goods(order, OrderLine::returned);
        rest(items, "paper.item.charges-and-reduction", shares);
        return items;
    }

    List<Paper.Rate> rates(Order order, List<TaxShare> shares) {
        return rates(LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO), shares);
    }

    List<Paper.Rate> rates(LocalDate day, List<TaxShare> shares) {
        return shares.stream()
                .map(share -> new Paper.Rate(
                        share.percent(), share.amount(), share.tax(), reducedRates.is(share.percent(), day)))
                .toList();
    }

    private List<Paper.Item> goods(Order order, ToIntFunction<OrderLine> pieces) {
        var items = new ArrayList<Paper.Item>();
        for (var line : order.lines()) {
            int count = pieces.applyAsInt(line);
            if (count > 0) {
                items.add(new Paper.Item(
                        line.name(),
                        line.sku().value(),
                        count,
                        line.unitPrice(),
                        line.unitPrice().times(count),
                        line.taxRate(),
                        reducedRates.is(line.taxRate(), order)));
            }
        }
        return items;
    }

    private static void charge(List<Paper.Item> items, String name, Yen amount, int rate) {
        if (!amount.isZero()) {
            items.add(new Paper.Item(PaperText.of(name), "", null, null, amount, rate, false));
        }
    }

    private static void rest(List<Paper.Item> items, String name, List<TaxShare> shares) {
        var rest = Yen.sum(shares, TaxShare::amount).minus(Yen.sum(items, Paper.Item::amount));
        if (!rest.isZero()) {
            items.add(new Paper.Item(PaperText.of(name), "", null, null, rest, null, false));
        }
    }
}
