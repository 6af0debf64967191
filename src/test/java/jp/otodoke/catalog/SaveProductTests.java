package jp.otodoke.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class SaveProductTests {
    private final SaveProduct saveProduct;
    private final RegisterProduct registerProduct;
    private final Catalog catalog;
    private final ProductDates dates;
    private final BusinessClock clock;

    @Autowired
    SaveProductTests(
            SaveProduct saveProduct,
            RegisterProduct registerProduct,
            Catalog catalog,
            ProductDates dates,
            BusinessClock clock) {
        this.saveProduct = saveProduct;
        this.registerProduct = registerProduct;
        this.catalog = catalog;
        this.dates = dates;
        this.clock = clock;
    }

    @Test
    void aNewProductHasItsPriceSinceEver() {
        saveProduct.save(goods("SP-1", 3000));

        assertThat(catalog.find(Sku.of("SP-1"), clock.today().minusYears(1)))
                .map(Product::unitPrice)
                .contains(Yen.of(3000));
    }

    @Test
    void aChangedPriceLeavesThePastAlone() {
        saveProduct.save(goods("SP-2", 3000));
        var from = clock.today().plusDays(7);

        assertThat(saveProduct.save(goods("SP-2", 3300), from)).isEqualTo(SaveProduct.Outcome.UPDATED);

        assertThat(price("SP-2", from.minusDays(1))).isEqualTo(Yen.of(3000));
        assertThat(price("SP-2", from)).isEqualTo(Yen.of(3300));
        assertThat(dates.prices(Sku.of("SP-2"))).hasSize(2);
    }

    @Test
    void aChangedTaxClassLeavesThePastAlone() {
        saveProduct.save(goods("SP-3", 3000));
        var reduced = new ProductData(
                "SP-3",
                "SP-3",
                ProductKind.GOODS,
                TaxClass.REDUCED,
                Yen.of(3000),
                true,
                true,
                Temperature.AMBIENT,
                0,
                Map.of(),
                null);

        saveProduct.save(reduced);

        assertThat(catalog.find(Sku.of("SP-3"), clock.today().minusDays(1)))
                .map(Product::taxClass)
                .contains(TaxClass.STANDARD);
        assertThat(catalog.find(Sku.of("SP-3"), clock.today()))
                .map(Product::taxClass)
                .contains(TaxClass.REDUCED);
    }

    @Test
    void theSameAgainChangesNothing() {
        saveProduct.save(goods("SP-4", 3000));

        assertThat(saveProduct.save(goods("SP-4", 3000))).isEqualTo(SaveProduct.Outcome.UNCHANGED);
    }

    @Test
    void aSetKnowsWhatItConsistsOf() {
        saveProduct.save(goods("SP-5A", 100));
        saveProduct.save(goods("SP-5B", 200));

        saveProduct.save(set("SP-5", Map.of(Sku.of("SP-5A"), 2, Sku.of("SP-5B"), 1)));

        assertThat(catalog.find(
                        Stream.of("SP-5", "SP-5A", "unknown").map(Sku::of).toList(), clock.today()))
                .containsOnlyKeys(Sku.of("SP-5"), Sku.of("SP-5A"));
        assertThat(catalog.find(Sku.of("SP-5"), clock.today()).orElseThrow().components())
                .isEqualTo(Map.of(Sku.of("SP-5A"), 2, Sku.of("SP-5B"), 1));
    }

    @Test
    void aSetOfUnknownProductsIsRefused() {
        assertThat(codes(set("SP-6", Map.of(Sku.of("NOWHERE"), 1)))).containsExactly("components unknown");
    }

    @Test
    void namesEveryMistake() {
        var wrong = new ProductData(
                "",
                " ",
                ProductKind.GOODS,
                TaxClass.STANDARD,
                Yen.of(-1),
                true,
                true,
                Temperature.AMBIENT,
                -1,
                Map.of(Sku.of("SP-1"), 1),
                null);

        assertThat(codes(wrong))
                .containsExactly(
                        "sku required",
                        "name required",
                        "unitPrice invalid",
                        "weightGrams invalid",
                        "components not-a-set");
    }

    @Test
    void aTakenSkuIsAMistakeWhenRegistering() {
        saveProduct.save(goods("SP-7", 1));

        var refused = catchThrowableOfType(InvalidInput.class, () -> registerProduct.register(goods("SP-7", 2)));

        assertThat(refused.problems()).extracting(FieldProblem::code).containsExactly("taken");
    }

    private Yen price(String sku, LocalDate day) {
        return catalog.find(Sku.of(sku), day).orElseThrow().unitPrice();
    }

    private List<String> codes(ProductData product) {
        return catchThrowableOfType(InvalidInput.class, () -> saveProduct.save(product)).problems().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    private static ProductData goods(String sku, long price) {
        return new ProductData(
                sku,
                sku,
                ProductKind.GOODS,
                TaxClass.STANDARD,
                Yen.of(price),
                true,
                true,
                Temperature.AMBIENT,
                0,
                Map.of(),
                null);
    }

    private static ProductData set(String sku, Map<Sku, Integer> components) {
        return new ProductData(
                sku,
                sku,
                ProductKind.SET,
                TaxClass.STANDARD,
                Yen.of(500),
                false,
                true,
                Temperature.AMBIENT,
                0,
                components,
                null);
    }
}
