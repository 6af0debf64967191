package jp.otodoke.desk.order;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Changing an order in the frame around all pages. */
@Component
class OrderEditPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(60, "orders/*/edit", "ORDERS_EDIT", "ORDERS_EDIT"),
                new PathRule(61, "orders/moved", "ORDERS_EDIT", "ORDERS_EDIT"));
    }

    /** A program that sends orders: the order itself records its channel, source and time. */
    @Override
    public List<String> unaudited() {
        return List.of("/api/v1/orders");
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("orders", "From receipt to completion: place, look up, change, hold, cancel");
    }
}
