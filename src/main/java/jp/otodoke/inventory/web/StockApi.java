package jp.otodoke.inventory.web;

import java.util.List;
import java.util.Optional;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.inventory.WarehouseLevel;
import jp.otodoke.inventory.Warehouses;
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
    private final Warehouses warehouses;
    private final BusinessClock clock;

    StockApi(StockLevels levels, Catalog catalog, Warehouses warehouses, BusinessClock clock) {
        this.levels = levels;
        this.catalog = catalog;
        this.warehouses = warehouses;
        this.clock = clock;
    }

    /** Over all warehouses, or of one of them. */
    @GetMapping("/api/v1/stock")
    Stock show(@RequestParam Sku sku, @RequestParam Optional<Warehouse> warehouse) {
        if (catalog.find(sku, clock.today()).isEmpty()) {
            throw Refusal.notFound("product.refused.unknown", sku);
        }
        var kept = levels.byWarehouse(sku);
        if (warehouse.isEmpty()) {
            return Stock.of(sku, kept);
        }
        var one = warehouse.get();
        var its = kept.stream().filter(level -> level.warehouse().equals(one)).toList();
        if (its.isEmpty() && !warehouses.contains(one)) {
            throw Refusal.notFound("stock.refused.unknown-warehouse", one);
        }
        return Stock.of(sku, its);
    }

    /** Good pieces of a SKU: the sums, and what they consist of. */
    record Stock(Sku sku, long onHand, long allocated, long available, long incoming, List<WarehouseLevel> warehouses) {
        static Stock of(Sku sku, List<WarehouseLevel> levels) {
            return new Stock(
                    sku,
                    levels.stream().mapToLong(WarehouseLevel::onHand).sum(),
                    levels.stream().mapToLong(WarehouseLevel::allocated).sum(),
                    levels.stream().mapToLong(WarehouseLevel::available).sum(),
                    levels.stream().mapToLong(WarehouseLevel::incoming).sum(),
                    levels);
        }
    }
}
