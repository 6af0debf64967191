package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntFunction;
import jp.otodoke.fulfilment.PreviewShipments.PreviewedShipment;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * Tells before an order is placed whether its carrier would not collect that much for one parcel (代引). The first parcel that leaves
 * collects everything, and which that is nobody knows yet, so that the carriers of all count.
 */
@Component
public class CheckCashLimit {
    private final ShippingPolicy policy;
    private final CashLimits limits;

    CheckCashLimit(ShippingPolicy policy, CashLimits limits) {
        this.policy = policy;
        this.limits = limits;
    }

    /**
     * @param prefecture of a destination by its number, from 1
     * @return the lowest limit that is exceeded
     */
    public Optional<Exceeded> of(
            Yen toCollect, Collection<PreviewedShipment> shipments, IntFunction<String> prefecture) {
        return shipments.stream()
                .flatMap(one ->
                        policy.carrierShown(one.warehouse(), one.cool(), prefecture.apply(one.destination())).stream())
                .distinct()
                .flatMap(carrier -> limits.of(carrier).map(most -> new Exceeded(carrier, most)).stream())
                .filter(limit -> toCollect.isMoreThan(limit.most()))
                .min(Comparator.comparing(Exceeded::most));
    }

    /** @param most that the carrier collects for one parcel */
    public record Exceeded(String carrier, Yen most) {}
}
