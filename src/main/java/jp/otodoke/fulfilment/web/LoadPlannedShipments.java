package jp.otodoke.fulfilment.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.fulfilment.FindPlannedShipments;
import jp.otodoke.fulfilment.PlannedGoods;
import jp.otodoke.fulfilment.ShipmentPlan;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads what the pages of planned shipments show. */
@Component
class LoadPlannedShipments {
    private final FindPlannedShipments plans;
    private final FindOrder orders;
    private final PlannedGoods goods;
    private final Catalog catalog;
    private final BusinessClock clock;

    LoadPlannedShipments(
            FindPlannedShipments plans, FindOrder orders, PlannedGoods goods, Catalog catalog, BusinessClock clock) {
        this.plans = plans;
        this.orders = orders;
        this.goods = goods;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Row> find(ShipmentNumber number) {
        return rows(plans.find(number).stream().toList()).stream().findFirst();
    }

    private List<Row> rows(List<ShipmentPlan> found) {
        var ordered = orders
                .all(found.stream().map(ShipmentPlan::order).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Order::number, Function.identity()));
        return found.stream()
                .map(plan -> new Row(
                        plan,
                        Objects.requireNonNull(ordered.get(plan.order()))
                                .destinations()
                                .get(plan.destination() - 1),
                        goodsOf(plan)))
                .toList();
    }

    private List<Goods> goodsOf(ShipmentPlan plan) {
        if (plan.cancelled() != null) {
            return List.of();
        }
        var pieces = goods.of(plan.order()).getOrDefault(plan.number(), Map.of());
        var products = catalog.find(pieces.keySet(), clock.today());
        return pieces.entrySet().stream()
                .map(one -> new Goods(one.getKey(), name(products.get(one.getKey())), one.getValue()))
                .toList();
    }

    private static String name(@Nullable Product product) {
        return product == null ? "" : product.name();
    }

    /** @param goods none once it is cancelled */
    record Row(ShipmentPlan plan, OrderDestination to, List<Goods> goods) {}

    record Goods(Sku sku, String name, int quantity) {}
}
