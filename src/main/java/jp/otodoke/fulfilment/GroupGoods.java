package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jp.otodoke.catalog.Product;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.orders.Order;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Groups the goods of orders into what travels together. Chilled and frozen goods never share a parcel with each other, and
 * ambient goods only as {@link ShippingPolicy} allows.
 */
@Component
class GroupGoods {
    private final ShippingPolicy policy;
    private final JdbcClient jdbc;

    GroupGoods(ShippingPolicy policy, JdbcClient jdbc) {
        this.policy = policy;
        this.jdbc = jdbc;
    }

    /**
     * What is allocated leaves from the warehouse in which it is, and what waits for stock from the one in which it waits.
     *
     * @param products those of all lines, and the components of sets
     */
    GroupedGoods group(Collection<Order> orders, Map<Sku, Product> products) {
        var held = read(orders);
        var places = new HashMap<>(held.waiting());
        places.putAll(held.allocated());
        return group(orders, products, places, held.parts());
    }

    /** As {@link #group}, while the warehouse of what waits for stock is chosen anew: for who then allocates it there. */
    GroupedGoods groupAnew(Collection<Order> orders, Map<Sku, Product> products) {
        var held = read(orders);
        return group(orders, products, held.allocated(), held.parts());
    }

    /** As {@link #group(Collection, Map)}, of orders of which nothing is allocated or split yet. */
    GroupedGoods groupNew(Collection<Order> orders, Map<Sku, Product> products) {
        return group(orders, products, Map.of(), Map.of());
    }

    private GroupedGoods group(
            Collection<Order> orders,
            Map<Sku, Product> products,
            Map<Place, Warehouse> places,
            Map<Place, Integer> parts) {
        var warehouses = policy.choice(products.values());
        var grouped = new GroupedGoods();
        for (var order : orders) {
            for (int line = 1; line <= order.lines().size(); line++) {
                var orderLine = order.lines().get(line - 1);
                var prefecture = order.destinations()
                        .get(orderLine.destination() - 1)
                        .address()
                        .prefecture();
                for (var article : Articles.of(orderLine, products).keySet()) {
                    var product = products.get(article);
                    var place = new Place(order.number(), line, article);
                    var held = places.get(place);
                    grouped.put(
                            place,
                            new ShipmentGroup(
                                    orderLine.destination(),
                                    held == null ? warehouses.of(product, prefecture) : held,
                                    CoolService.of(product)));
                }
            }
            if (policy.ambientWithChilled()) {
                grouped.joinAmbientWithChilled(order.number());
            }
        }
        parts.forEach(grouped::split);
        return grouped;
    }

    private Held read(Collection<Order> orders) {
        var held = new Held(new HashMap<>(), new HashMap<>(), new HashMap<>());
        jdbc.sql(
                        """
                        select order_number, line_no, sku, warehouse, false as waits, 0 as part from inventory_allocation_view
                         where order_number = any(:orders)
                        union all
                        select order_number, line_no, sku, warehouse, true, 0 from inventory_backorder_view
                         where order_number = any(:orders)
                        union all
                        select order_number, line_no, sku, null, false, part from split_article where order_number = any(:orders)
                        """)
                .param(
                        "orders",
                        orders.stream().map(order -> order.number().value()).toArray(String[]::new))
                .query(row -> {
                    var place = new Place(
                            OrderNumber.of(row.getString("order_number")),
                            row.getInt("line_no"),
                            Sku.of(row.getString("sku")));
                    var warehouse = row.getString("warehouse");
                    if (warehouse == null) {
                        held.parts().put(place, row.getInt("part"));
                    } else {
                        (row.getBoolean("waits") ? held.waiting() : held.allocated())
                                .put(place, Warehouse.of(warehouse));
                    }
                });
        return held;
    }

    /** What is allocated where, what waits where, and what a person has split off. */
    private record Held(Map<Place, Warehouse> allocated, Map<Place, Warehouse> waiting, Map<Place, Integer> parts) {}

    /** An article of a line of an order. */
    record Place(OrderNumber order, int line, Sku article) {}
}
