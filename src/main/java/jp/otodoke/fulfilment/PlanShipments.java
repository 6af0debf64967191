package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.otodoke.catalog.Product;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;

/** Plans the shipments of an order that consists of several; those that have their stock leave while others wait. */
@Component
class PlanShipments {
    private final Shipments shipments;
    private final PlannedShipments planned;
    private final SetParts setParts;
    private final ShipDays shipDays;
    private final Timeline timeline;

    PlanShipments(
            Shipments shipments, PlannedShipments planned, SetParts setParts, ShipDays shipDays, Timeline timeline) {
        this.shipments = shipments;
        this.planned = planned;
        this.setParts = setParts;
        this.shipDays = shipDays;
        this.timeline = timeline;
    }

    /**
     * A shipment that was planned while another one waited for stock keeps its day.
     *
     * @param waiting codes of the groups that wait for stock; if there are none, {@link PlanShipDay} follows
     */
    void plan(Order order, Map<Sku, Product> products, GroupedGoods grouped, Set<String> waiting) {
        if (grouped.of(order.number()).size() < 2) {
            return;
        }
        var before = order.progress() == OrderStatus.AWAITING_STOCK
                ? planned.of(List.of(order.number())).getOrDefault(order.number(), Map.of())
                : Map.<ShipmentGroup, Optional<LocalDate>>of();
        var after = new TreeMap<ShipmentGroup, Optional<LocalDate>>();
        for (var group : open(order, products, grouped)) {
            if (!waiting.contains(group.code())) {
                var day = before.getOrDefault(group, Optional.empty());
                after.put(group, day.isEmpty() && !waiting.isEmpty() ? day(order, group) : day);
            }
        }
        planned.replace(order.number(), after);
    }

    private Optional<LocalDate> day(Order order, ShipmentGroup group) {
        var day = shipDays.plan(List.of(order.destinations().get(group.destination() - 1)));
        day.ifPresent(d -> timeline.add(
                order.number(), "PART_READY", BilingualText.of("timeline.part-ready", group.warehouse(), d), "system"));
        return day;
    }

    /** Groups of which something is in no shipment yet. */
    private Set<ShipmentGroup> open(Order order, Map<Sku, Product> products, GroupedGoods grouped) {
        var packed = setParts.packed(order.number(), shipments.ofOrders(List.of(order.number())));
        var open = new TreeSet<ShipmentGroup>();
        for (int line = 1; line <= order.lines().size(); line++) {
            var orderLine = order.lines().get(line - 1);
            var parts = Articles.of(orderLine, products);
            for (var article : packed.missing(line, orderLine.open(), parts).keySet()) {
                open.add(grouped.of(order.number(), line, article));
            }
        }
        return open;
    }
}
