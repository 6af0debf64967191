package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.inventory.Warehouses;
import jp.otodoke.shared.Sku;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Chooses warehouse, carrier and service of a shipment, and what may share a parcel, as configured by {@code
 * otodoke.shipping.*}.
 */
@Component
class ShippingPolicy {
    private final StockLevels stock;
    private final Warehouses known;
    private final Map<Temperature, Warehouse> warehouses;
    private final String carrier;
    private final String service;
    private final boolean ambientWithChilled;

    ShippingPolicy(
            StockLevels stock,
            Warehouses known,
            @Value("${otodoke.shipping.warehouse:MAIN}") Warehouse ambient,
            @Value("${otodoke.shipping.warehouse-chilled:${otodoke.shipping.warehouse:MAIN}}") Warehouse chilled,
            @Value("${otodoke.shipping.warehouse-frozen:${otodoke.shipping.warehouse:MAIN}}") Warehouse frozen,
            @Value("${otodoke.shipping.carrier:YAMATO}") String carrier,
            @Value("${otodoke.shipping.service:TAKKYUBIN}") String service,
            @Value("${otodoke.shipping.ambient-with-chilled:false}") boolean ambientWithChilled) {
        this.stock = stock;
        this.known = known;
        this.warehouses =
                Map.of(Temperature.AMBIENT, ambient, Temperature.CHILLED, chilled, Temperature.FROZEN, frozen);
        this.carrier = carrier;
        this.service = service;
        this.ambientWithChilled = ambientWithChilled;
    }

    /** By temperature; goods that have only been kept in another warehouse leave from there. */
    Map<Sku, Warehouse> warehouses(Collection<Product> goods) {
        var keeping = stock.keeping(goods.stream().map(Product::sku).collect(Collectors.toSet()));
        var chosen = new TreeMap<Sku, Warehouse>();
        for (var product : goods) {
            var preferred = byTemperature(product.temperature());
            var kept = keeping.get(product.sku());
            chosen.put(
                    product.sku(),
                    kept == null || kept.contains(preferred)
                            ? preferred
                            : kept.iterator().next());
        }
        return chosen;
    }

    Warehouse byTemperature(Temperature temperature) {
        return warehouses.getOrDefault(temperature, Warehouse.MAIN);
    }

    /** All that may be chosen. */
    List<ShippingMethod> methods() {
        return Stream.concat(warehouses.values().stream(), known.all().stream())
                .distinct()
                .map(this::methodFor)
                .toList();
    }

    ShippingMethod methodFor(Warehouse warehouse) {
        return new ShippingMethod(warehouse.code(), carrier, service);
    }

    /** Whether ambient goods may travel in a chilled parcel from the same warehouse; frozen ones never share theirs. */
    boolean ambientWithChilled() {
        return ambientWithChilled;
    }
}
