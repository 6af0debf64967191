package jp.otodoke.orders.web;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import jp.otodoke.platform.pages.WarmUpPages;
import org.springframework.stereotype.Component;

/** Navigation entries, page permissions and status chips of orders. */
@Component
class OrderPageContribution implements PageContribution, WarmUpPages {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(30, "work", "orders", "/orders", "receipt"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(90, "orders", "VIEW", "ORDERS_EDIT"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("order.RECEIVED", "idle", "envelope"),
                new StatusChip("order.IN_REVIEW", "ask", "person-raised-hand"),
                new StatusChip("order.ON_HOLD", "ask", "pause-circle"),
                new StatusChip("order.AWAITING_PAYMENT", "wait", "hourglass-split"),
                new StatusChip("order.AWAITING_STOCK", "wait", "box"),
                new StatusChip("order.READY", "move", "calendar-check"),
                new StatusChip("order.DISPATCHED", "move", "building"),
                new StatusChip("order.SHIPPED", "move", "truck"),
                new StatusChip("order.DELIVERED", "good", "house-check"),
                new StatusChip("order.COMPLETED", "good", "check-circle-fill"),
                new StatusChip("order.RETURNED", "gone", "arrow-return-left"),
                new StatusChip("order.CANCELLED", "gone", "x-circle"));
    }

    @Override
    public List<String> toWarmUp() {
        return List.of("/orders");
    }
}
