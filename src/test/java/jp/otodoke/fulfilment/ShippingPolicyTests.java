package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import jp.otodoke.UnitTest;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.inventory.Warehouses;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.workflow.DecisionRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods leave from the warehouse of the rules for their temperature and destination, if they lie there at all. */
@UnitTest
class ShippingPolicyTests {
    private static final Warehouse MAIN = Warehouse.MAIN;
    private static final Warehouse COOL = Warehouse.of("COOL");
    private static final Warehouse NORTH = Warehouse.of("NORTH");

    private final StockLevels stock = mock(StockLevels.class);
    private final Warehouses known = mock(Warehouses.class);
    private final DecisionRules rules = mock(DecisionRules.class);
    private final ShippingPolicy policy =
            new ShippingPolicy(stock, known, rules, MAIN, COOL, COOL, "YAMATO", "TAKKYUBIN", false);
    private final Product ice = product("ICE", Temperature.FROZEN);

    @BeforeEach
    void usual() {
        when(known.all()).thenReturn(List.of(MAIN, NORTH));
        when(known.contains(MAIN)).thenReturn(true);
        when(known.contains(NORTH)).thenReturn(true);
        whereverRules(inputs -> "北海道".equals(inputs.get("prefecture"))
                ? "NORTH"
                : Objects.requireNonNull(inputs.get("usualWarehouse")));
    }

    @Test
    void theRulesChooseByDestinationAndFallBackToWhatIsConfiguredForTheTemperature() {
        lies(Map.of());
        var choice = policy.choice(List.of(ice));

        assertThat(choice.of(ice, "北海道")).isEqualTo(NORTH);
        assertThat(choice.of(ice, "東京都")).isEqualTo(COOL);
        assertThat(choice.of(null, "東京都")).isEqualTo(MAIN);
    }

    @Test
    void goodsThatHaveOnlyBeenKeptElsewhereLeaveFromThere() {
        lies(Map.of(ice.sku(), Set.of(COOL)));
        assertThat(policy.choice(List.of(ice)).of(ice, "北海道")).isEqualTo(COOL);

        lies(Map.of(ice.sku(), Set.of(COOL, NORTH)));
        assertThat(policy.choice(List.of(ice)).of(ice, "北海道")).isEqualTo(NORTH);
    }

    @Test
    void aRuleThatNamesNoWarehouseOfTheFirmIsRefusedInWordsInsteadOfWaitingForStockForEver() {
        lies(Map.of());
        whereverRules(inputs -> "TYPO");

        assertThatThrownBy(() -> policy.choice(List.of(ice)).of(ice, "東京都"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.words().japanese()).contains("TYPO", "shipping-warehouse.dmn"));
    }

    @Test
    void carrierAndServiceFollowTheRulesToo() {
        when(rules.decide(eq(ShippingPolicy.CARRIERS), anyMap()))
                .thenReturn(Map.of("carrier", "SAGAWA", "service", "HIKYAKU_COOL"));
        when(rules.outcomes(ShippingPolicy.CARRIERS, "carrier")).thenReturn(Set.of("SAGAWA"));

        assertThat(policy.methodFor(COOL, CoolService.FROZEN, "北海道"))
                .isEqualTo(new ShippingMethod("COOL", "SAGAWA", "HIKYAKU_COOL"));
        assertThat(policy.carriers()).containsExactly("SAGAWA", "YAMATO");
        assertThat(policy.warehouses()).containsExactly("COOL", "MAIN", "NORTH");
    }

    private void whereverRules(Function<Map<String, String>, String> warehouse) {
        when(rules.decide(eq(ShippingPolicy.WAREHOUSES), anyMap()))
                .thenAnswer(call -> Map.of("warehouse", warehouse.apply(call.getArgument(1))));
    }

    private void lies(Map<Sku, Set<Warehouse>> where) {
        var sorted = new TreeMap<Sku, SortedSet<Warehouse>>();
        where.forEach((sku, warehouses) -> sorted.put(sku, new TreeSet<>(warehouses)));
        when(stock.keeping(any())).thenReturn(sorted);
    }

    private static Product product(String sku, Temperature temperature) {
        var product = mock(Product.class);
        when(product.sku()).thenReturn(Sku.of(sku));
        when(product.temperature()).thenReturn(temperature);
        return product;
    }
}
