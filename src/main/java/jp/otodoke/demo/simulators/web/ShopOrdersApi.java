package jp.otodoke.demo.simulators.web;

import java.util.List;
import jp.otodoke.demo.simulators.Simulated;
import jp.otodoke.demo.simulators.SimulatedShop;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes the simulated shop deliver a file of orders. */
@RestController
@Simulated
class ShopOrdersApi {
    record OrderRequest(@Nullable Integer count) {}

    record Ordered(List<String> orders) {}

    private final SimulatedShop simulatedShop;

    ShopOrdersApi(SimulatedShop simulatedShop) {
        this.simulatedShop = simulatedShop;
    }

    @PostMapping("/api/v1/demo/shop/orders")
    Ordered order(@RequestBody OrderRequest request) {
        return new Ordered(simulatedShop.order(request.count() == null ? 0 : request.count()));
    }
}
