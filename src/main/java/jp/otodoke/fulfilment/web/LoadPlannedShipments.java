package jp.otodoke.fulfilment.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.FindPlannedShipments;
import jp.otodoke.fulfilment.ShipmentPlan;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads what the pages of planned shipments show. */
@Component
class LoadPlannedShipments {
    private final FindPlannedShipments plans;
    private final FindOrder orders;

    LoadPlannedShipments(FindPlannedShipments plans, FindOrder orders) {
        this.plans = plans;
        this.orders = orders;
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
                                .get(plan.destination() - 1)))
                .toList();
    }

    record Row(ShipmentPlan plan, OrderDestination to) {}
}
