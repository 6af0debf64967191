package jp.otodoke.fulfilment;

import java.util.Optional;
import jp.otodoke.shared.Yen;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How much each carrier collects at most for one parcel (代引), as configured. */
@Component
class CashLimits {
    private final Environment environment;

    CashLimits(Environment environment) {
        this.environment = environment;
    }

    /** Empty where the carrier has none. */
    Optional<Yen> of(String carrier) {
        return Optional.ofNullable(environment.getProperty("otodoke.cash-on-delivery.limits." + carrier, Long.class))
                .map(Yen::of);
    }
}
