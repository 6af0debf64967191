package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.inventory.AllocateStock;
import jp.otodoke.inventory.Demand;
import jp.otodoke.inventory.LineArticle;
import jp.otodoke.inventory.Need;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.LockOrdersToShip;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Splits a planned shipment that waits for stock: the pieces that are there leave now, the others when they have come. */
@Component
public class SplitShipment {
    private final FindOrder orders;
    private final LockOrdersToShip lockOrders;
    private final PlannedShipments planned;
    private final SplitArticles splits;
    private final AllocateOrder allocateOrder;
    private final AllocateStock allocateStock;
    private final Timeline timeline;
    private final RetryOnConflict retryOnConflict;

    SplitShipment(
            FindOrder orders,
            LockOrdersToShip lockOrders,
            PlannedShipments planned,
            SplitArticles splits,
            AllocateOrder allocateOrder,
            AllocateStock allocateStock,
            Timeline timeline,
            RetryOnConflict retryOnConflict) {
        this.orders = orders;
        this.lockOrders = lockOrders;
        this.planned = planned;
        this.splits = splits;
        this.allocateOrder = allocateOrder;
        this.allocateStock = allocateStock;
        this.timeline = timeline;
        this.retryOnConflict = retryOnConflict;
    }

    /** The shipments of the order that may be split now. */
    @Transactional(readOnly = true)
    public Map<ShipmentNumber, Parts> possible(OrderNumber orderNumber) {
        var possible = new TreeMap<ShipmentNumber, Parts>();
        var order = orders.get(orderNumber);
        if (order.progress() == OrderStatus.AWAITING_STOCK) {
            var waiting = allocateStock.waiting(orderNumber);
            planned.of(orderNumber).values().stream()
                    .filter(one -> waiting.contains(one.group().code()))
                    .forEach(one -> {
                        var parts = parts(order, one.group());
                        if (parts.both()) {
                            possible.put(one.number(), parts);
                        }
                    });
        }
        return possible;
    }

    /**
     * @return the number of the shipment with the pieces that have not come
     * @throws Refusal if the order has no such planned shipment, or if that doesn't wait or nothing of it is there (conflict)
     */
    public ShipmentNumber split(OrderNumber orderNumber, ShipmentNumber number, String by) {
        return retryOnConflict.inTransaction(() -> {
            if (lockOrders.lockToPlan(List.of(orderNumber)).isEmpty()) {
                throw Refusal.conflict("shipment.split.not-waiting", number);
            }
            var order = orders.get(orderNumber);
            var group = planned.get(orderNumber, number).group();
            if (order.progress() != OrderStatus.AWAITING_STOCK
                    || !allocateStock.waiting(orderNumber).contains(group.code())) {
                throw Refusal.conflict("shipment.split.not-waiting", number);
            }
            var parts = parts(order, group);
            if (!parts.both()) {
                throw Refusal.conflict("shipment.split.nothing-there", number);
            }
            var rest = group.asPart(splits.add(orderNumber, group.part(), parts.later));
            allocateOrder.allocateWhereItWaits(orderNumber);
            if (allocateStock.waiting(orderNumber).contains(group.code())) {
                throw Refusal.conflict("shipment.split.nothing-there", number);
            }
            var restNumber = restNumber(orderNumber, rest);
            timeline.add(
                    orderNumber,
                    "SHIPMENT_SPLIT",
                    BilingualText.of(
                            "timeline.shipment-split",
                            number,
                            words(parts.nowGoods()),
                            restNumber,
                            words(parts.laterGoods())),
                    by);
            return restNumber;
        });
    }

    private ShipmentNumber restNumber(OrderNumber order, ShipmentGroup rest) {
        return Objects.requireNonNull(planned.of(order).get(rest)).number();
    }

    private Parts parts(Order order, ShipmentGroup group) {
        var needs = allocateOrder.needs(order);
        var free = allocateStock.piecesFor(new Demand(order.number(), order.orderedAt(), needs), group.code());
        var parts = new Parts(new ArrayList<>(), new ArrayList<>());
        needs.stream()
                .filter(need -> need.group().equals(group.code()))
                .forEach(need -> parts.add(
                        need, free.getOrDefault(new LineArticle(need.lineNo(), need.sku()), 0), each(order, need)));
        return parts;
    }

    /** Units of an article in one piece of its order line: no set is sent in less than its whole pieces. */
    private static int each(Order order, Need need) {
        return order.lines().get(need.lineNo() - 1).articles().getOrDefault(need.sku(), 1);
    }

    private static BilingualText words(Map<Sku, Integer> goods) {
        return BilingualText.list(goods.entrySet().stream()
                .map(one -> BilingualText.asWritten(one.getKey() + " × " + one.getValue()))
                .toList());
    }

    /** What would leave now, and what when it has come. */
    public static final class Parts {
        private final List<Need> now;
        private final List<Need> later;

        private Parts(List<Need> now, List<Need> later) {
            this.now = now;
            this.later = later;
        }

        private void add(Need need, int free, int each) {
            int leaving = Math.min(need.quantity(), free / each * each);
            if (leaving > 0) {
                now.add(need.of(leaving));
            }
            if (leaving < need.quantity()) {
                later.add(need.of(need.quantity() - leaving));
            }
        }

        private boolean both() {
            return !now.isEmpty() && !later.isEmpty();
        }

        /** Pieces by SKU. */
        public Map<Sku, Integer> nowGoods() {
            return goods(now);
        }

        /** Pieces by SKU. */
        public Map<Sku, Integer> laterGoods() {
            return goods(later);
        }

        private static Map<Sku, Integer> goods(List<Need> needs) {
            return needs.stream().collect(Collectors.toMap(Need::sku, Need::quantity, Integer::sum, TreeMap::new));
        }
    }
}
