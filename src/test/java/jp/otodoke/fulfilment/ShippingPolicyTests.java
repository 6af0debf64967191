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
import java.util.stream.Stream;
import jp.otodoke.UnitTest;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.inventory.Warehouses;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.workflow.DecisionRules;
import jp.otodoke.workflow.Undecided;
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
            new ShippingPolicy(stock, known, rules, MAIN, COOL, COOL, Set.of("SAGAWA"), "YAMATO", "TAKKYUBIN", false);
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

        assertThat(choice.of(ice, "北海道", 1)).isEqualTo(NORTH);
        assertThat(choice.of(ice, "東京都", 1)).isEqualTo(COOL);
        assertThat(choice.of(null, "東京都", 1)).isEqualTo(MAIN);
    }

    @Test
    void goodsThatHaveOnlyBeenKeptElsewhereLeaveFromThere() {
        lies(Map.of(ice.sku(), Set.of(COOL)));
        assertThat(policy.choice(List.of(ice)).of(ice, "北海道", 1)).isEqualTo(COOL);

        lies(Map.of(ice.sku(), Set.of(COOL, NORTH)));
        assertThat(policy.choice(List.of(ice)).of(ice, "北海道", 1)).isEqualTo(NORTH);
    }

    @Test
    void aRuleThatNamesNoWarehouseOfTheFirmIsRefusedInWordsInsteadOfWaitingForStockForEver() {
        lies(Map.of());
        whereverRules(inputs -> "TYPO");

        assertThatThrownBy(() -> policy.choice(List.of(ice)).of(ice, "東京都", 1))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.words().japanese()).contains("TYPO", "shipping-warehouse.dmn"));
    }

    @Test
    void goodsOfWhichTheirWarehouseHasNoneLeaveFromTheFirstOfTheOthersThatHasEnough() {
        lies(Map.of(ice.sku(), Set.of(COOL, MAIN, NORTH)));
        free(Map.of(COOL, 0L, MAIN, 2L, NORTH, 9L));

        assertThat(policy.choice(List.of(ice)).of(ice, "東京都", 2)).isEqualTo(MAIN);
        assertThat(policy.choice(List.of(ice)).of(ice, "東京都", 3)).isEqualTo(NORTH);
        assertThat(policy.choice(List.of(ice)).of(ice, "東京都", 10)).isEqualTo(COOL);
        free(Map.of(COOL, 1L, MAIN, 2L, NORTH, 9L));
        assertThat(policy.choice(List.of(ice)).of(ice, "東京都", 2)).isEqualTo(COOL);
    }

    @Test
    void manyThatAskForTheSamePiecesAreSentToWhereSomeAreLeft() {
        lies(Map.of(ice.sku(), Set.of(COOL, MAIN, NORTH)));
        free(Map.of(COOL, 0L, MAIN, 2L, NORTH, 2L));
        var choice = policy.choice(List.of(ice));

        assertThat(Stream.generate(() -> choice.of(ice, "東京都", 2)).limit(3)).containsExactly(MAIN, NORTH, COOL);
    }

    @Test
    void theRulesSayWhichOtherWarehousesMayServe() {
        lies(Map.of(ice.sku(), Set.of(COOL, MAIN, NORTH)));
        free(Map.of(COOL, 0L, MAIN, 9L, NORTH, 9L));

        others("NORTH, MAIN");
        assertThat(policy.choice(List.of(ice)).of(ice, "東京都", 1)).isEqualTo(NORTH);
        others("-");
        assertThat(policy.choice(List.of(ice)).of(ice, "東京都", 1)).isEqualTo(COOL);
        assertThat(policy.choice(List.of(ice)).alternatives(ice, "東京都", COOL)).isEmpty();
        others("NORTH,TYPO");
        assertThatThrownBy(() -> policy.choice(List.of(ice)).of(ice, "東京都", 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void whereNoRuleAppliesAnOrderIsRefusedInWordsAndAPageShowsTheUsualWarehouseAndNoCarrier() {
        lies(Map.of());
        when(rules.decide(any(), anyMap())).thenThrow(new Undecided("no rule"));

        assertThatThrownBy(() -> policy.choice(List.of(ice)).of(ice, "沖縄県", 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.words().japanese())
                                .contains("冷凍", "沖縄県", "shipping-warehouse.dmn"));
        assertThatThrownBy(() -> policy.methodFor(COOL, CoolService.FROZEN, "沖縄県"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.words().japanese())
                                .contains("COOL", "冷凍", "沖縄県", "shipping-carrier.dmn"));
        assertThat(policy.choice(List.of(ice)).shown(ice, "沖縄県", 1)).isEqualTo(COOL);
        assertThat(policy.choice(List.of(ice)).alternatives(ice, "沖縄県", COOL)).isEmpty();
        assertThat(policy.carrierShown(COOL, CoolService.FROZEN, "沖縄県")).isEmpty();
    }

    @Test
    void aRuleThatNamesNoCarrierInUseIsRefusedInWordsAndAPageShowsNone() {
        when(rules.decide(eq(ShippingPolicy.CARRIERS), anyMap())).thenReturn(Map.of("carrier", "YAMOTO"));

        assertThatThrownBy(() -> policy.methodFor(MAIN, CoolService.NONE, "東京都"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.words().japanese()).contains("YAMOTO", "shipping-carrier.dmn"));
        assertThat(policy.carrierShown(MAIN, CoolService.NONE, "東京都")).isEmpty();
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

    private void free(Map<Warehouse, Long> pieces) {
        var bySku = new TreeMap<Sku, Map<Warehouse, Long>>();
        bySku.put(ice.sku(), new TreeMap<>(pieces));
        when(stock.available(any())).thenAnswer(call -> {
            var copy = new TreeMap<Sku, Map<Warehouse, Long>>();
            bySku.forEach((sku, levels) -> copy.put(sku, new TreeMap<>(levels)));
            return copy;
        });
    }

    private void others(String codes) {
        when(rules.decide(eq(ShippingPolicy.WAREHOUSES), anyMap()))
                .thenReturn(Map.of("warehouse", "COOL", "otherWarehouses", codes));
    }

    private static Product product(String sku, Temperature temperature) {
        var product = mock(Product.class);
        when(product.sku()).thenReturn(Sku.of(sku));
        when(product.temperature()).thenReturn(temperature);
        return product;
    }
}
