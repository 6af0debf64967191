package jp.otodoke.desk.orderentry;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.WarmUpPages;
import org.springframework.stereotype.Component;

/** Order entry in the frame around all pages. */
@Component
class OrderEntryPageContribution implements PageContribution, WarmUpPages {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(40, "work", "order-entry", "/orders/new", "telephone-plus"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(70, "orders/new", "ORDERS_EDIT", "ORDERS_EDIT"));
    }

    @Override
    public List<String> toWarmUp() {
        return List.of("/orders/new");
    }
}
