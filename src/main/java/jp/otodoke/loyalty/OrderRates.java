package jp.otodoke.loyalty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.loyalty.GrantPoints.Purchase;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** At which rate each product of an order earns: that of its first grant, whatever becomes of groups and rates. */
@Component
class OrderRates {
    private final PointRates rates;
    private final EarnedLots lots;
    private final Catalog catalog;
    private final JdbcClient jdbc;

    OrderRates(PointRates rates, EarnedLots lots, Catalog catalog, JdbcClient jdbc) {
        this.rates = rates;
        this.lots = lots;
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    /** Of orders that have earned, as they did; an order that has not is left out. */
    Map<OrderNumber, Map<Sku, PointRate>> granted(List<Purchase> purchases) {
        var orders = purchases.stream().map(Purchase::order).toList();
        var found = kept(orders);
        var forAll = lots.ratesForAll(orders);
        for (var purchase : purchases) {
            var one = forAll.get(purchase.order());
            if (one != null) {
                purchase.paid().keySet().forEach(sku -> found.computeIfAbsent(purchase.order(), n -> new HashMap<>())
                        .putIfAbsent(sku, one));
            }
        }
        return found;
    }

    /** The same, and of products that earn for the first time by the rates of the day of the order. They are not kept yet. */
    Map<OrderNumber, Map<Sku, PointRate>> of(List<Purchase> purchases) {
        var known = rates.all();
        var found = granted(purchases);
        var groups = catalog.groups(purchases.stream()
                .flatMap(purchase -> purchase.paid().keySet().stream())
                .collect(Collectors.toSet()));
        for (var purchase : purchases) {
            var ofOrder = found.computeIfAbsent(purchase.order(), n -> new HashMap<>());
            for (var sku : purchase.paid().keySet()) {
                if (!ofOrder.containsKey(sku)) {
                    PointRates.on(purchase.orderedOn(), groups.get(sku), known)
                            .ifPresent(rate -> ofOrder.put(sku, rate));
                }
            }
        }
        return found;
    }

    /** For what comes back later. */
    void keep(Collection<OrderNumber> orders, Map<OrderNumber, Map<Sku, PointRate>> rateOf) {
        var numbers = new ArrayList<String>();
        var skus = new ArrayList<String>();
        var ids = new ArrayList<Long>();
        for (var order : orders) {
            rateOf.getOrDefault(order, Map.of()).forEach((sku, rate) -> {
                if (rate.id() != EarnedLots.FOR_ALL) {
                    numbers.add(order.value());
                    skus.add(sku.value());
                    ids.add(rate.id());
                }
            });
        }
        jdbc.sql(
                        """
                        insert into point_order_rate (order_number, sku, rate_id)
                        select * from unnest(:orders::text[], :skus::text[], :rates::bigint[]) on conflict do nothing
                        """)
                .param("orders", numbers.toArray(String[]::new))
                .param("skus", skus.toArray(String[]::new))
                .param("rates", ids.toArray(Long[]::new))
                .update();
    }

    private Map<OrderNumber, Map<Sku, PointRate>> kept(List<OrderNumber> orders) {
        var known = rates.all().stream().collect(Collectors.toMap(PointRate::id, Function.identity()));
        var found = new HashMap<OrderNumber, Map<Sku, PointRate>>();
        jdbc.sql("select order_number, sku, rate_id from point_order_rate where order_number = any(:orders)")
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(OrderNumber.of(row.getString("order_number")), n -> new HashMap<>())
                            .put(Sku.of(row.getString("sku")), known.get(row.getLong("rate_id")));
                });
        return found;
    }
}
