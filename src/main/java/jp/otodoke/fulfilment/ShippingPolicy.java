package jp.otodoke.fulfilment;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Chooses warehouse, carrier and service of a shipment. Currently there is one of each, configured by {@code
 * otodoke.shipping.*}.
 */
@Component
class ShippingPolicy {
    private final ShippingMethod usual;

    ShippingPolicy(
            @Value("${otodoke.shipping.warehouse:MAIN}") String warehouse,
            @Value("${otodoke.shipping.carrier:YAMATO}") String carrier,
            @Value("${otodoke.shipping.service:TAKKYUBIN}") String service) {
        usual = new ShippingMethod(warehouse, carrier, service);
    }

    ShippingMethod methodFor(ConsolidationKey key) {
        return usual;
    }
}
