package jp.otodoke.catalog.web;

import java.util.List;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.sql.ProductSearch;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exactly the filtered products as a file, with the prices of today. */
@Controller
class ProductExports {
    private final ProductSearch search;
    private final Exports exports;
    private final BusinessClock clock;
    private final List<Column<Product>> columns;

    ProductExports(ProductSearch search, Exports exports, BusinessClock clock, Formats formats) {
        this.search = search;
        this.exports = exports;
        this.clock = clock;
        this.columns = List.of(
                new Column<>("product.field.sku", Product::sku),
                new Column<>("product.field.name", Product::name),
                new Column<>("product.field.kind", p -> formats.name("product.kind", p.kind())),
                new Column<>("product.field.unitPrice", p -> p.unitPrice().amount()),
                new Column<>("product.field.taxClass", p -> formats.name("product.taxClass", p.taxClass())),
                new Column<>("product.field.temperature", p -> formats.name("product.temperature", p.temperature())),
                new Column<>("product.field.weightGrams", Product::weightGrams),
                new Column<>("product.field.group", Product::group),
                new Column<>("product.field.active", p -> formats.name("product.active", p.active())));
    }

    @GetMapping("/products/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String active,
            @RequestParam(defaultValue = "sku") String sort) {
        return exports.csv(table(q, kind, active, sort));
    }

    @GetMapping("/products/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String active,
            @RequestParam(defaultValue = "sku") String sort) {
        return exports.excel(table(q, kind, active, sort));
    }

    private Table<Product> table(@Nullable String q, @Nullable String kind, @Nullable String active, String sort) {
        var known = ProductPage.kind(kind);
        var sold = TextNormalizer.blank(active) ? null : Boolean.valueOf(active);
        var words = TextNormalizer.clean(q);
        var filter = FilterText.ALL.with("q", words).with("kind", known).with("active", sold);
        return new Table<>(
                "products",
                filter.text(),
                columns,
                use -> search.each(
                        words, known, sold, sort.replaceFirst(",.*", ""), sort.endsWith(",desc"), clock.today(), use));
    }
}
