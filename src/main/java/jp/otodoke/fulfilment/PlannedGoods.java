package jp.otodoke.fulfilment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.inventory.Need;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds which goods will leave in the planned shipments of an order, sets split into their components. */
@Component
public class PlannedGoods {
    private final FindOrder orders;
    private final AllocateOrder allocateOrder;
    private final PlannedShipments planned;

    PlannedGoods(FindOrder orders, AllocateOrder allocateOrder, PlannedShipments planned) {
        this.orders = orders;
        this.allocateOrder = allocateOrder;
        this.planned = planned;
    }

    /** Pieces by SKU; a shipment of which nothing is open any more is omitted. */
    @Transactional(readOnly = true)
    public Map<ShipmentNumber, Map<Sku, Integer>> of(OrderNumber order) {
        var groups = planned.of(List.of(order)).getOrDefault(order, Map.of());
        var goods = new HashMap<ShipmentNumber, Map<Sku, Integer>>();
        if (!groups.isEmpty()) {
            var byGroup = allocateOrder.goods(orders.get(order)).stream()
                    .collect(Collectors.groupingBy(
                            Need::group,
                            Collectors.toMap(Need::sku, Need::quantity, Integer::sum, TreeMap<Sku, Integer>::new)));
            groups.values().forEach(one -> {
                var its = byGroup.get(one.group().code());
                if (its != null) {
                    goods.put(one.number(), its);
                }
            });
        }
        return goods;
    }
}
