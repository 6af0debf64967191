package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Product;
import jp.otodoke.fulfilment.ShippingPolicy.WarehouseChoice;
import jp.otodoke.inventory.ChooseWarehouses;
import jp.otodoke.inventory.Demand;
import jp.otodoke.inventory.Need;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.orders.Order;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Groups the goods of orders into what travels together. Chilled and frozen goods never share a parcel with each other, and
 * ambient goods only as {@link ShippingPolicy} allows.
 */
@Component
class GroupGoods {
    private final ShippingPolicy policy;
    private final ChooseWarehouses chooseWarehouses;
    private final JdbcClient jdbc;

    GroupGoods(ShippingPolicy policy, ChooseWarehouses chooseWarehouses, JdbcClient jdbc) {
        this.policy = policy;
        this.chooseWarehouses = chooseWarehouses;
        this.jdbc = jdbc;
    }

    /**
     * What is allocated leaves from the warehouse in which it is, and what waits for stock from the one in which it waits.
     *
     * @param products those of all lines, and the components of sets
     */
    GroupedGoods group(Collection<Order> orders, Map<Sku, Product> products) {
        var held = read(orders);
        var places = new HashMap<Place, Warehouse>();
        held.waiting().forEach((place, waiting) -> places.put(place, waiting.warehouse()));
        places.putAll(held.allocated());
        var warehouses = policy.choice(products.values());
        return group(orders, products, places, held.parts(), warehouses, warehouses::shown);
    }

    /**
     * As {@link #group}, while the warehouse of what waits for stock is chosen anew, for who then allocates it there: another
     * one that has enough if its own has too little, after the claims of older orders.
     *
     * @throws Refusal if the rules don't say (conflict)
     */
    GroupedGoods groupAnew(Collection<Order> orders, Map<Sku, Product> products) {
        var held = read(orders);
        var warehouses = policy.choice(products.values());
        var places = whereEnough(orders, products, held, warehouses);
        places.putAll(held.allocated());
        var grouped = group(orders, products, places, held.parts(), warehouses, warehouses::of);
        held.waiting().forEach((place, waiting) -> {
            var now = places.get(place);
            if (now != null && !held.allocated().containsKey(place) && !now.equals(waiting.warehouse())) {
                grouped.moved(place, waiting.warehouse(), now);
            }
        });
        return grouped;
    }

    /** For what waits; what nowhere is enough of is awaited in its own warehouse. */
    private Map<Place, Warehouse> whereEnough(
            Collection<Order> orders, Map<Sku, Product> products, Held held, WarehouseChoice warehouses) {
        var byOrder = held.waiting().entrySet().stream()
                .collect(Collectors.groupingBy(one -> one.getKey().order()));
        var places = new HashMap<Place, Warehouse>();
        var demands = new ArrayList<Demand>();
        for (var order : orders) {
            var needs = new ArrayList<Need>();
            for (var one : byOrder.getOrDefault(order.number(), List.of())) {
                var place = one.getKey();
                var product = products.get(place.article());
                var prefecture = prefecture(order, place.line());
                var here = one.getValue().warehouse();
                places.put(place, warehouses.own(product, prefecture));
                needs.add(new Need(
                        place.line(),
                        place.article(),
                        one.getValue().pieces(),
                        here,
                        "",
                        warehouses.alternatives(product, prefecture, here)));
            }
            if (!needs.isEmpty()) {
                demands.add(new Demand(order.number(), order.orderedAt(), needs));
            }
        }
        chooseWarehouses
                .whereEnough(demands)
                .forEach((order, found) -> found.forEach((article, warehouse) ->
                        places.put(new Place(order, article.lineNo(), article.sku()), warehouse)));
        return places;
    }

    /** As {@link #group(Collection, Map)}, of orders of which nothing is allocated or split yet. */
    GroupedGoods groupNew(Collection<Order> orders, Map<Sku, Product> products) {
        var warehouses = policy.choice(products.values());
        return group(orders, products, Map.of(), List.of(), warehouses, warehouses::of);
    }

    private GroupedGoods group(
            Collection<Order> orders,
            Map<Sku, Product> products,
            Map<Place, Warehouse> places,
            List<Part> parts,
            WarehouseChoice warehouses,
            Chooser chooser) {
        var grouped = new GroupedGoods();
        for (var order : orders) {
            for (int line = 1; line <= order.lines().size(); line++) {
                var orderLine = order.lines().get(line - 1);
                var prefecture = prefecture(order, line);
                for (var part : Articles.of(orderLine, products).entrySet()) {
                    var product = products.get(part.getKey());
                    var place = new Place(order.number(), line, part.getKey());
                    var held = places.get(place);
                    var warehouse = held == null
                            ? chooser.choose(product, prefecture, (long) part.getValue() * orderLine.open())
                            : held;
                    grouped.put(
                            place,
                            new ShipmentGroup(orderLine.destination(), warehouse, CoolService.of(product)),
                            warehouses.alternatives(product, prefecture, warehouse));
                }
            }
            if (policy.ambientWithChilled()) {
                grouped.joinAmbientWithChilled(order.number());
            }
        }
        parts.forEach(part -> grouped.split(part.place(), part.number(), part.units()));
        return grouped;
    }

    private static String prefecture(Order order, int line) {
        return order.destinations()
                .get(order.lines().get(line - 1).destination() - 1)
                .address()
                .prefecture();
    }

    private Held read(Collection<Order> orders) {
        var held = new Held(new HashMap<>(), new HashMap<>(), new ArrayList<>());
        jdbc.sql(
                        """
                        select order_number, line_no, sku, warehouse, 0 as waiting, 0 as part, null::int as units from inventory_allocation_view
                         where order_number = any(:orders)
                        union all
                        select order_number, line_no, sku, warehouse, quantity, 0, null from inventory_backorder_view
                         where order_number = any(:orders)
                        union all
                        select order_number, line_no, sku, null, 0, part, units from split_article where order_number = any(:orders)
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
                        held.parts().add(new Part(place, row.getInt("part"), row.getObject("units", Integer.class)));
                    } else if (row.getInt("waiting") > 0) {
                        held.waiting()
                                .merge(
                                        place,
                                        new Waiting(Warehouse.of(warehouse), row.getInt("waiting")),
                                        Waiting::with);
                    } else {
                        held.allocated().put(place, Warehouse.of(warehouse));
                    }
                });
        return held;
    }

    /** What is allocated where, what waits where, and what a person has split off. */
    private record Held(Map<Place, Warehouse> allocated, Map<Place, Waiting> waiting, List<Part> parts) {}

    private record Part(Place place, int number, @Nullable Integer units) {}

    private record Waiting(Warehouse warehouse, int pieces) {
        /** Pieces of an article of a line that wait in several shipments stay together. */
        Waiting with(Waiting other) {
            return new Waiting(warehouse, pieces + other.pieces());
        }
    }

    private interface Chooser {
        Warehouse choose(@Nullable Product product, String prefecture, long pieces);
    }

    /** An article of a line of an order. */
    record Place(OrderNumber order, int line, Sku article) {}
}
