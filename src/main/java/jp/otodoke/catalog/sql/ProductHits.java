package jp.otodoke.catalog.sql;

import java.util.List;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Component;

/** Finds products by the beginning of the SKU or a part of the name. */
@Component
class ProductHits implements SearchSource {
    private final ProductSearch products;
    private final BusinessClock clock;
    private final Formats formats;

    ProductHits(ProductSearch products, BusinessClock clock, Formats formats) {
        this.products = products;
        this.clock = clock;
        this.formats = formats;
    }

    @Override
    public int place() {
        return 45;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        return products.first(term.text(), limit, clock.today()).stream()
                .map(product -> new SearchHit(
                        "product",
                        product.name(),
                        null,
                        product.active()
                                ? product.sku().value()
                                : formats.localized(BilingualText.of("product.hit.inactive", product.sku())),
                        "/products/" + product.sku(),
                        product.sku().value().equalsIgnoreCase(term.text())))
                .toList();
    }
}
