package jp.otodoke.catalog.web;

import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.catalog.sql.ProductSearch;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products as they stand today, for other programs. */
@RestController
@RequestMapping("/api/v1/products")
class ProductApi {
    record Body(
            String sku,
            String name,
            String kind,
            String taxClass,
            long unitPrice,
            boolean stockKeeping,
            boolean active,
            String temperature,
            int weightGrams,
            @Nullable String group) {
        static Body of(Product product) {
            return new Body(
                    product.sku().value(),
                    product.name(),
                    product.kind().name(),
                    product.taxClass().name(),
                    product.unitPrice().amount(),
                    product.stockKeeping(),
                    product.active(),
                    product.temperature().name(),
                    product.weightGrams(),
                    product.group());
        }
    }

    private final ProductSearch search;
    private final Catalog catalog;
    private final BusinessClock clock;

    ProductApi(ProductSearch search, Catalog catalog, BusinessClock clock) {
        this.search = search;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping
    Paged<Body> list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable ProductKind kind,
            @RequestParam @Nullable Boolean active,
            PageQuery page) {
        var sort = page.sort(ProductSearch.sorts(), "sku");
        var found = search.find(q, kind, active, sort.field(), sort.down(), page.number(), page.size(), clock.today());
        return Paged.of(found.products().stream().map(Body::of).toList(), page, found.total());
    }

    @GetMapping("/{sku}")
    Body show(@PathVariable Sku sku) {
        return catalog.find(sku, clock.today())
                .map(Body::of)
                .orElseThrow(() -> Refusal.notFound("product.refused.unknown", sku));
    }
}
