package jp.otodoke.fulfilment;

import java.util.List;
import org.springframework.stereotype.Component;

/** The warehouses and carriers in use, for a choice among them. */
@Component
public class ShippingChoices {
    private final ShippingPolicy policy;

    ShippingChoices(ShippingPolicy policy) {
        this.policy = policy;
    }

    public List<String> warehouses() {
        return List.copyOf(policy.warehouses());
    }

    public List<String> carriers() {
        return List.copyOf(policy.carriers());
    }
}
