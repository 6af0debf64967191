package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Charges;
import jp.otodoke.catalog.TaxRates;
import org.springframework.stereotype.Component;

/** Reads what orders cost on a day, once for all orders of it. */
@Component
class Pricing {
    private final Catalog catalog;
    private final Charges charges;
    private final TaxRates taxRates;

    Pricing(Catalog catalog, Charges charges, TaxRates taxRates) {
        this.catalog = catalog;
        this.charges = charges;
        this.taxRates = taxRates;
    }

    /** @throws jp.otodoke.shared.InvalidInput listing every line that can't be priced */
    PricedOrder price(NewOrder order, Recipient buyer, LocalDate day) {
        return on(day, List.of(order)).price(order, buyer);
    }

    /** The prices of everything in these orders. */
    PriceBook on(LocalDate day, Collection<NewOrder> orders) {
        var skus = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(NewOrder.Line::sku)
                .distinct()
                .toList();
        return new PriceBook(catalog.find(skus, day), taxRates.percents(day), () -> charges.on(day));
    }
}
