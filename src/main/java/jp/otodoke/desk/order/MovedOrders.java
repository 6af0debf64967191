package jp.otodoke.desk.order;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FormerAddresses;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Recipient;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders of a customer who has moved that still go to a former address, as long as their goods have not left. */
@Component
class MovedOrders {
    private static final int MOST = 50;
    private static final String[] GONE = Stream.of(
                    OrderStatus.SHIPPED,
                    OrderStatus.DELIVERED,
                    OrderStatus.COMPLETED,
                    OrderStatus.RETURNED,
                    OrderStatus.CANCELLED)
            .map(Enum::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final FindOrder findOrder;
    private final FormerAddresses formerAddresses;
    private final ChangeOrder changeOrder;
    private final ChangeRequests changes;

    MovedOrders(
            JdbcClient jdbc,
            FindOrder findOrder,
            FormerAddresses formerAddresses,
            ChangeOrder changeOrder,
            ChangeRequests changes) {
        this.jdbc = jdbc;
        this.findOrder = findOrder;
        this.formerAddresses = formerAddresses;
        this.changeOrder = changeOrder;
        this.changes = changes;
    }

    @Transactional(readOnly = true)
    List<MovedOrder> of(CustomerSummary customer) {
        var former = formerAddresses.of(customer.number(), customer.address()).stream()
                .map(Address::addressKey)
                .collect(Collectors.toSet());
        if (former.isEmpty()) {
            return List.of();
        }
        var moved = new ArrayList<MovedOrder>();
        for (var order : findOrder.all(open(customer))) {
            IntStream.range(0, order.destinations().size())
                    .filter(i -> former.contains(order.destinations().get(i).addressKey()))
                    .filter(i -> order.destinations().get(i).isReceivedBy(customer.name()))
                    .forEach(i -> moved.add(moved(order, i, customer)));
        }
        return moved;
    }

    /** @throws Refusal if an order has been handed over meanwhile (conflict) */
    void change(MovedOrder order, CustomerSummary customer, String by) {
        changes.change(order.number(), to(order.place(), customer), by);
    }

    private List<OrderNumber> open(CustomerSummary customer) {
        return jdbc
                .sql(
                        """
                        select order_number from orders_order_view
                         where customer_number = :customer and status <> all (:gone) order by ordered_at desc limit :most
                        """)
                .param("customer", customer.number().value())
                .param("gone", GONE)
                .param("most", MOST)
                .query(String.class)
                .list()
                .stream()
                .map(OrderNumber::of)
                .toList();
    }

    private MovedOrder moved(Order order, int place, CustomerSummary customer) {
        return new MovedOrder(
                order.number(),
                order.status(),
                place,
                order.destinations().get(place),
                order.totals().total(),
                order.changeable() ? after(order.number(), place, customer) : null);
    }

    /** Null also where the order cannot be changed as it is, such as one whose product is no longer sold. */
    private @Nullable Yen after(OrderNumber number, int place, CustomerSummary customer) {
        try {
            return changeOrder.preview(number, to(place, customer)).totals().total();
        } catch (InvalidInput | Refusal notPossible) {
            return null;
        }
    }

    private static ChangeOrder.Changes to(int place, CustomerSummary customer) {
        return new ChangeOrder.Changes(null, place, false, null, null, Recipient.of(customer), null, null);
    }

    /**
     * @param place index of the destination
     * @param after the total after the change; null if the order cannot be changed here
     */
    record MovedOrder(
            OrderNumber number,
            OrderStatus status,
            int place,
            OrderDestination destination,
            Yen before,
            @Nullable Yen after) {
        public String id() {
            return number + "-" + place;
        }
    }
}
