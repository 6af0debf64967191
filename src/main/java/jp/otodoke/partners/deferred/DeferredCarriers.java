package jp.otodoke.partners.deferred;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** By which code the provider knows each of our carriers (pd_company_code), as configured. */
@Component
class DeferredCarriers {
    private final Environment environment;

    DeferredCarriers(Environment environment) {
        this.environment = environment;
    }

    Optional<String> code(String carrier) {
        return Optional.ofNullable(environment.getProperty("otodoke.deferred.carriers." + carrier))
                .filter(code -> !code.isBlank());
    }
}
