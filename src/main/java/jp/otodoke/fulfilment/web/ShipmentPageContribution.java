package jp.otodoke.fulfilment.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import jp.otodoke.platform.pages.WarmUpPages;
import org.springframework.stereotype.Component;

/** Navigation entries, page permissions and status chips of shipments and waves. */
@Component
class ShipmentPageContribution implements PageContribution, WarmUpPages {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(50, "work", "shipments", "/shipments", "truck", "SHIPMENTS_EDIT", "OPERATIONS"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(100, "shipments", "VIEW", "SHIPMENTS_EDIT"),
                new PathRule(105, "waves", "VIEW", "SHIPMENTS_EDIT"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("shipment.PLANNED", "idle", "calendar"),
                new StatusChip("shipment.INSTRUCTED", "wait", "send"),
                new StatusChip("shipment.ACCEPTED", "move", "building-check"),
                new StatusChip("shipment.CANCEL_PENDING", "ask", "question-circle"),
                new StatusChip("shipment.SHIPPED", "move", "truck"),
                new StatusChip("shipment.DELIVERED", "good", "house-check"),
                new StatusChip("shipment.EXCEPTION", "bad", "exclamation-triangle"),
                new StatusChip("shipment.RETURNED", "gone", "arrow-return-left"),
                new StatusChip("shipment.CANCELLED", "gone", "x-circle"),
                new StatusChip("wave.RUNNING", "move", "arrow-repeat"),
                new StatusChip("wave.STOPPED", "gone", "stop-circle"),
                new StatusChip("wave.DONE", "good", "check-circle"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of(
                "shipments", "Parcels, their state and way", "waves", "Release of the orders that are due to ship");
    }

    @Override
    public List<String> toWarmUp() {
        return List.of("/shipments");
    }
}
