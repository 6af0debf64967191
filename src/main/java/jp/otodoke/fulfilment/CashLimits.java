package jp.otodoke.fulfilment;

import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.Yen;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How much each carrier collects at most for one parcel (代引), as configured. */
@Component
class CashLimits {
    private final Map<String, Long> limits;

    CashLimits(Environment environment) {
        this.limits = Binder.get(environment)
                .bind("otodoke.cash-on-delivery.limits", Bindable.mapOf(String.class, Long.class))
                .orElseGet(Map::of);
    }

    /** Empty where the carrier has none. */
    Optional<Yen> of(String carrier) {
        return Optional.ofNullable(limits.get(carrier)).map(Yen::of);
    }
}
