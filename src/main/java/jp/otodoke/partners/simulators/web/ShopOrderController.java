package jp.otodoke.partners.simulators.web;

import java.util.List;
import jp.otodoke.partners.simulators.Shop;
import jp.otodoke.partners.simulators.Simulated;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Has the simulated shop hand over a file of orders. */
@RestController
@Simulated
class ShopOrderController {
    record OrderRequest(@Nullable Integer count) {}

    record Ordered(List<String> orders) {}

    private final Shop shop;

    ShopOrderController(Shop shop) {
        this.shop = shop;
    }

    @PostMapping("/api/v1/demo/shop/orders")
    Ordered order(@RequestBody OrderRequest request) {
        return new Ordered(shop.order(request.count() == null ? 0 : request.count()));
    }
}
