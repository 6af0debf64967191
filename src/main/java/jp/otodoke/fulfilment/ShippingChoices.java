package jp.otodoke.fulfilment;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The warehouses and carriers in use, for a choice among them. */
@Component
public class ShippingChoices {
    private final ShippingPolicy policy;

    ShippingChoices(ShippingPolicy policy) {
        this.policy = policy;
    }

    public List<String> warehouses() {
        return each(ShippingMethod::warehouse);
    }

    public List<String> carriers() {
        return each(ShippingMethod::carrier);
    }

    private List<String> each(Function<ShippingMethod, String> part) {
        return policy.methods().stream().map(part).distinct().sorted().toList();
    }
}
