package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.inventory.Warehouses;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.workflow.DecisionRules;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Chooses warehouse, carrier and service of a shipment by the decision tables {@code shipping-warehouse} and {@code
 * shipping-carrier}, whose usual answers {@code otodoke.shipping.*} configures, and what may share a parcel.
 */
@Component
class ShippingPolicy {
    static final String WAREHOUSES = "shipping-warehouse";
    static final String CARRIERS = "shipping-carrier";

    private final StockLevels stock;
    private final Warehouses known;
    private final DecisionRules rules;
    private final Map<Temperature, Warehouse> usual;
    private final String carrier;
    private final String service;
    private final boolean ambientWithChilled;

    ShippingPolicy(
            StockLevels stock,
            Warehouses known,
            DecisionRules rules,
            @Value("${otodoke.shipping.warehouse:MAIN}") Warehouse ambient,
            @Value("${otodoke.shipping.warehouse-chilled:${otodoke.shipping.warehouse:MAIN}}") Warehouse chilled,
            @Value("${otodoke.shipping.warehouse-frozen:${otodoke.shipping.warehouse:MAIN}}") Warehouse frozen,
            @Value("${otodoke.shipping.carrier:YAMATO}") String carrier,
            @Value("${otodoke.shipping.service:TAKKYUBIN}") String service,
            @Value("${otodoke.shipping.ambient-with-chilled:false}") boolean ambientWithChilled) {
        this.stock = stock;
        this.known = known;
        this.rules = rules;
        this.usual = Map.of(Temperature.AMBIENT, ambient, Temperature.CHILLED, chilled, Temperature.FROZEN, frozen);
        this.carrier = carrier;
        this.service = service;
        this.ambientWithChilled = ambientWithChilled;
    }

    /** Where these goods lie is read once, for any number of destinations. */
    WarehouseChoice choice(Collection<Product> goods) {
        return new WarehouseChoice(
                stock.keeping(goods.stream().map(Product::sku).collect(Collectors.toSet())));
    }

    private Warehouse byRule(Temperature temperature, String prefecture) {
        var usualHere = usual.getOrDefault(temperature, Warehouse.MAIN);
        var chosen = Warehouse.of(rules.decide(
                        WAREHOUSES,
                        Map.of(
                                "temperature", temperature.name(),
                                "prefecture", prefecture,
                                "usualWarehouse", usualHere.code()))
                .getOrDefault("warehouse", usualHere.code()));
        if (!known.contains(chosen) && !usual.containsValue(chosen)) {
            throw Refusal.conflict("shipping.refused.unknown-warehouse", chosen);
        }
        return chosen;
    }

    ShippingMethod methodFor(Warehouse warehouse, CoolService cool, String prefecture) {
        var chosen = rules.decide(
                CARRIERS,
                Map.of(
                        "warehouse", warehouse.code(),
                        "cool", cool.name(),
                        "prefecture", prefecture,
                        "usualCarrier", carrier,
                        "usualService", service));
        return new ShippingMethod(
                warehouse.code(), chosen.getOrDefault("carrier", carrier), chosen.getOrDefault("service", service));
    }

    /** All that may be chosen. */
    SortedSet<String> warehouses() {
        return Stream.of(usual.values().stream(), known.all().stream())
                .flatMap(codes -> codes)
                .map(Warehouse::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that may be chosen. */
    SortedSet<String> carriers() {
        var carriers = new TreeSet<>(rules.outcomes(CARRIERS, "carrier"));
        carriers.add(carrier);
        return carriers;
    }

    /** Whether ambient goods may travel in a chilled parcel from the same warehouse; frozen ones never share theirs. */
    boolean ambientWithChilled() {
        return ambientWithChilled;
    }

    /** Chooses the warehouse by temperature and destination; goods that have only been kept in another leave from there. */
    final class WarehouseChoice {
        private final Map<Sku, SortedSet<Warehouse>> keeping;

        private WarehouseChoice(Map<Sku, SortedSet<Warehouse>> keeping) {
            this.keeping = keeping;
        }

        Warehouse of(@Nullable Product product, String prefecture) {
            if (product == null) {
                return byRule(Temperature.AMBIENT, prefecture);
            }
            var preferred = byRule(product.temperature(), prefecture);
            var kept = keeping.get(product.sku());
            return kept == null || kept.contains(preferred)
                    ? preferred
                    : kept.iterator().next();
        }
    }
}
