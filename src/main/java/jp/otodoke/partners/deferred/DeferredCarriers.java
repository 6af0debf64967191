package jp.otodoke.partners.deferred;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** By which code the provider knows each of our carriers (pd_company_code), as configured. */
@Component
class DeferredCarriers {
    private final Map<String, String> codes;

    DeferredCarriers(Environment environment) {
        this.codes = Binder.get(environment)
                .bind("otodoke.deferred.carriers", Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of);
    }

    Optional<String> code(String carrier) {
        return Optional.ofNullable(codes.get(carrier));
    }
}
