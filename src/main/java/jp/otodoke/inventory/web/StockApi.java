package jp.otodoke.inventory.web;

import jp.otodoke.catalog.Catalog;
import jp.otodoke.inventory.StockLevel;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stock of one product, for other programs. */
@RestController
class StockApi {
    private final StockLevels levels;
    private final Catalog catalog;
    private final BusinessClock clock;

    StockApi(StockLevels levels, Catalog catalog, BusinessClock clock) {
        this.levels = levels;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping("/api/v1/stock")
    StockLevel show(@RequestParam Sku sku) {
        if (catalog.find(sku, clock.today()).isEmpty()) {
            throw Refusal.notFound("product.refused.unknown", sku);
        }
        return levels.of(sku);
    }
}
