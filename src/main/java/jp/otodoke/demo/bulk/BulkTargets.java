package jp.otodoke.demo.bulk;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import jp.otodoke.catalog.bulk.BulkProducts;
import jp.otodoke.customers.bulk.BulkCustomers;
import jp.otodoke.fulfilment.bulk.BulkShipments;
import jp.otodoke.inbox.bulk.BulkTasks;
import jp.otodoke.inserts.bulk.BulkInsertRules;
import jp.otodoke.inventory.bulk.BulkStock;
import jp.otodoke.media.bulk.BulkMedia;
import jp.otodoke.orders.bulk.BulkOrders;
import jp.otodoke.payments.bulk.BulkPayments;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.workflow.bulk.BulkCases;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The tables that scripts may write, by the name that they use: each is a method of the module that owns the
 * table.
 */
@Component
@Profile("demo & !production")
public class BulkTargets {
    private final Map<String, ToIntFunction<BulkRows>> targets;
    private final List<String> tables;
    private final BulkProducts products;
    private final BulkCustomers customers;
    private final BulkStock stock;
    private final BulkOrders orders;
    private final BulkPayments payments;
    private final BulkShipments shipments;
    private final BulkTasks tasks;

    BulkTargets(
            BulkProducts products,
            BulkMedia media,
            BulkCustomers customers,
            BulkInsertRules insertRules,
            BulkStock stock,
            BulkOrders orders,
            BulkPayments payments,
            BulkShipments shipments,
            BulkCases cases,
            BulkTasks tasks) {
        this.products = products;
        this.customers = customers;
        this.stock = stock;
        this.orders = orders;
        this.payments = payments;
        this.shipments = shipments;
        this.tasks = tasks;
        this.targets = Map.ofEntries(
                entry("products.products", products::products),
                entry("products.prices", products::prices),
                entry("products.taxClasses", products::taxClasses),
                entry("products.components", products::components),
                entry("products.wrappingFees", products::wrappingFees),
                entry("media.media", media::media),
                entry("customers.customers", customers::customers),
                entry("customers.registeredAt", customers::registeredAt),
                entry("insertRules.rules", insertRules::rules),
                entry("stock.movements", stock::movements),
                entry("stock.incoming", stock::incoming),
                entry("orders.orders", orders::orders),
                entry("orders.destinations", orders::destinations),
                entry("orders.lines", orders::lines),
                entry("orders.events", orders::events),
                entry("orders.age", orders::age),
                entry("payments.payments", payments::payments),
                entry("payments.deposits", payments::deposits),
                entry("payments.allocations", payments::allocations),
                entry("payments.entries", payments::entries),
                entry("shipments.shipments", shipments::shipments),
                entry("shipments.lines", shipments::lines),
                entry("shipments.parcels", shipments::parcels),
                entry("shipments.results", shipments::results),
                entry("shipments.trackingEvents", shipments::trackingEvents),
                entry("shipments.age", shipments::age),
                entry("cases.ended", cases::ended),
                entry("cases.age", cases::age),
                entry("tasks.tasks", tasks::tasks),
                entry("tasks.age", tasks::age));
        this.tables = Stream.of(
                        customers.tables(),
                        orders.tables(),
                        payments.tables(),
                        shipments.tables(),
                        stock.tables(),
                        tasks.tables())
                .flatMap(List::stream)
                .toList();
    }

    int write(String target, BulkRows rows) {
        var owner = targets.get(target);
        if (owner == null) {
            throw new IllegalArgumentException("Nobody writes " + target);
        }
        return owner.applyAsInt(rows);
    }

    /** The large tables, whose indexes can be created after their rows. */
    public List<String> tables() {
        return tables;
    }

    /** Creates what is derived from the rows: balances, sequence values and planner statistics. */
    public void finish(long customerNumbers, long orderNumbers) {
        products.finish();
        stock.finish();
        customers.finish(customerNumbers);
        orders.finish(orderNumbers);
        payments.finish(orderNumbers);
        shipments.finish(orderNumbers);
        tasks.finish();
    }
}
