package jp.otodoke.fulfilment;

import java.util.Set;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** What a wave releases: shipments that leave from this warehouse with this carrier; null for any. */
public record WaveScope(@Nullable String warehouse, @Nullable String carrier) {
    public static final WaveScope ALL = new WaveScope(null, null);

    public WaveScope {
        warehouse = TextNormalizer.orNull(warehouse);
        carrier = TextNormalizer.orNull(carrier);
    }

    boolean isPossible(Set<String> warehouses, Set<String> carriers) {
        return (warehouse == null || warehouses.contains(warehouse)) && (carrier == null || carriers.contains(carrier));
    }

    boolean covers(ShippingMethod method) {
        return (warehouse == null || warehouse.equals(method.warehouse()))
                && (carrier == null || carrier.equals(method.carrier()));
    }
}
