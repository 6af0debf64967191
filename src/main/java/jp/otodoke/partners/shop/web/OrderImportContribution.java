package jp.otodoke.partners.shop.web;

import java.util.List;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Importing an order file changes orders: the page and the API ask for the same permission. */
@Component
class OrderImportContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(75, "orders/import", "ORDERS_EDIT", "ORDERS_EDIT"),
                new PathRule(125, "imports/orders", "ORDERS_EDIT", "ORDERS_EDIT"));
    }
}
