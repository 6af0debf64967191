package jp.otodoke.catalog;

import java.time.LocalDate;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers a product or updates a known one. A new product's price and tax class are valid for all past days,
 * since orders may be older than its first price; a changed one is valid from a day on and the past stays.
 */
@Service
public class SaveProduct {
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** The first day of undated prices and tax classes. */
    public static final LocalDate EVER = LocalDate.of(1989, 4, 1);

    private final Catalog catalog;
    private final ProductCheck check;
    private final ProductTable table;
    private final BusinessClock clock;

    SaveProduct(Catalog catalog, ProductCheck check, ProductTable table, BusinessClock clock) {
        this.catalog = catalog;
        this.check = check;
        this.table = table;
        this.clock = clock;
    }

    /** @param from the day from which a changed price or tax class counts */
    @Transactional
    public Outcome save(ProductData product, LocalDate from) {
        check.require(product);
        var sku = Sku.of(product.sku());
        if (table.insert(product)) {
            table.price(sku, EVER, product.unitPrice());
            table.taxClass(sku, EVER, product.taxClass());
            return Outcome.CREATED;
        }
        return update(sku, ProductData.of(catalog.find(sku, from).orElseThrow()), product, from);
    }

    /** A change from today on. */
    @Transactional
    public Outcome save(ProductData product) {
        return save(product, clock.today());
    }

    private Outcome update(Sku sku, ProductData before, ProductData after, LocalDate from) {
        if (before.equals(after)) {
            return Outcome.UNCHANGED;
        }
        table.update(after);
        if (!before.unitPrice().equals(after.unitPrice())) {
            table.price(sku, from, after.unitPrice());
        }
        if (before.taxClass() != after.taxClass()) {
            table.taxClass(sku, from, after.taxClass());
        }
        return Outcome.UPDATED;
    }
}
