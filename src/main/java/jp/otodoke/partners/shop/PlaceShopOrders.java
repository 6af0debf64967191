package jp.otodoke.partners.shop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrders;
import jp.otodoke.orders.PlacementResult;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.RefusedOrder;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places some orders of a file in one transaction; rejected ones become tasks. */
@Component
class PlaceShopOrders {
    private final ShopOrders known;
    private final OrderChecks checks;
    private final MatchBuyer matchBuyer;
    private final PlaceOrders placeOrders;
    private final FindOrder findOrder;
    private final RejectOrder rejectOrder;
    private final ShopTasks tasks;
    private final RecordReversal recordReversal;

    PlaceShopOrders(
            ShopOrders known,
            OrderChecks checks,
            MatchBuyer matchBuyer,
            PlaceOrders placeOrders,
            FindOrder findOrder,
            RejectOrder rejectOrder,
            ShopTasks tasks,
            RecordReversal recordReversal) {
        this.known = known;
        this.checks = checks;
        this.matchBuyer = matchBuyer;
        this.placeOrders = placeOrders;
        this.findOrder = findOrder;
        this.rejectOrder = rejectOrder;
        this.tasks = tasks;
        this.recordReversal = recordReversal;
    }

    /** @return the outcome of each */
    @Transactional
    public List<OrderOutcome> take(
            OrderFormat format, SourceFile file, List<ReadOrder> orders, Preparation preparation) {
        var before = known.find(
                format.channel(), orders.stream().map(ReadOrder::number).toList());
        var facts = checks.known(orders);
        var outcomes = new IdentityHashMap<ReadOrder, OrderOutcome>();
        List<ReadOrder> fresh = new ArrayList<>();
        for (var order : orders) {
            var first = before.get(order.number());
            var problems = first == null ? checks.problems(order, facts) : List.<Mistake>of();
            if (first != null) {
                outcomes.put(order, again(format, file, order, first));
            } else if (!problems.isEmpty()) {
                outcomes.put(order, rejectOrder.reject(format, file, order, problems));
            } else {
                fresh.add(order);
            }
        }
        placeNew(format, file, fresh, preparation, outcomes);
        return orders.stream().map(outcomes::get).toList();
    }

    /**
     * An imported order stays as it is, whatever a later file says; changes are made by a person. One that the shop
     * has taken back does not leave unseen.
     */
    private OrderOutcome again(OrderFormat format, SourceFile file, ReadOrder order, ShopOrders.Known first) {
        var reversal = order.status().reversal();
        if (reversal == null && first.takenBack()) {
            known.removeReversal(format.channel(), order.number());
        }
        if (first.hasContent(order.contentHash())) {
            return OrderOutcome.existing(order);
        }
        if (reversal != null) {
            recordReversal.record(format.channel(), order, reversal, first.orderNumber(), file);
        }
        if ((reversal == null || reversal == ShopStatus.Reversal.PARTLY_REFUNDED) && !first.hasContent(order)) {
            tasks.changed(format.channel(), order, first.orderNumber(), file);
        }
        return OrderOutcome.existing(order);
    }

    /** The first order of a new member makes him a customer, before another one of his is placed. */
    private void placeNew(
            OrderFormat format,
            SourceFile file,
            List<ReadOrder> orders,
            Preparation preparation,
            Map<ReadOrder, OrderOutcome> outcomes) {
        var members = matchBuyer.members(format.channel(), orders);
        var left = orders;
        while (!left.isEmpty()) {
            var next = new ArrayList<ReadOrder>();
            var later = new ArrayList<ReadOrder>();
            var unknown = new HashSet<String>();
            for (var order : left) {
                var waits = members.isNew(order.order())
                        && !unknown.add(order.order().member());
                (waits ? later : next).add(order);
            }
            place(format, file, next, members, preparation, outcomes);
            left = later;
        }
    }

    private void place(
            OrderFormat format,
            SourceFile file,
            List<ReadOrder> orders,
            MatchBuyer.Members members,
            Preparation preparation,
            Map<ReadOrder, OrderOutcome> outcomes) {
        var results = placeOrders.place(
                orders.stream()
                        .map(order -> newOrder(format, file, order, members.buyer(order.order())))
                        .toList(),
                preparation);
        var placed = new LinkedHashMap<ReadOrder, OrderNumber>();
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            if (results.get(i) instanceof PlacementResult result) {
                placed.put(order, result.orderNumber());
                outcomes.put(order, result.created() ? OrderOutcome.created(order) : OrderOutcome.existing(order));
            } else if (results.get(i) instanceof RefusedOrder refused) {
                var problems = OrderProblems.of(order, refused.problems());
                outcomes.put(order, rejectOrder.reject(format, file, order, problems));
            }
        }
        keep(format, file, placed, members);
    }

    private void keep(
            OrderFormat format, SourceFile file, Map<ReadOrder, OrderNumber> placed, MatchBuyer.Members members) {
        if (placed.isEmpty()) {
            return;
        }
        var customers =
                findOrder.all(placed.values()).stream().collect(Collectors.toMap(Order::number, Order::customerNumber));
        placed.forEach((order, number) -> {
            if (members.isNew(order.order())) {
                members.add(order.order(), Objects.requireNonNull(customers.get(number)));
            }
        });
        known.add(format.channel(), placed, file);
        tasks.settled(
                format.channel(),
                placed.keySet().stream().map(ReadOrder::number).toList());
    }

    private static NewOrder newOrder(OrderFormat format, SourceFile file, ReadOrder read, NewOrder.Buyer buyer) {
        var order = read.order();
        return new NewOrder(
                format.channel(),
                read.number(),
                order.orderedAt(),
                null,
                buyer,
                order.destinations().stream().map(PlaceShopOrders::destination).toList(),
                order.items().stream().map(PlaceShopOrders::line).toList(),
                new NewOrder.Payment(PaymentMethod.valueOf(order.method()), null, payment(order.paid())),
                amounts(order.amounts()),
                order.note(),
                new NewOrder.Source(file.messageId(), file.name(), read.line()),
                read.contentHash());
    }

    /** The shop's address is used even if the customer's registered address has changed. */
    private static NewOrder.Destination destination(ShopOrder.Destination destination) {
        return new NewOrder.Destination(
                new Recipient(destination.name(), destination.kana(), destination.phone(), destination.address()),
                destination.date(),
                destination.slot());
    }

    private static NewOrder.Line line(ShopOrder.Item item) {
        return new NewOrder.Line(
                Sku.of(item.sku()),
                item.quantity(),
                yen(item.price()),
                item.name().isEmpty() ? null : item.name(),
                item.destination());
    }

    private static ShopPayment payment(ShopOrder.Paid paid) {
        return switch (paid) {
            case NO -> ShopPayment.NONE;
            case AUTHORISED -> ShopPayment.AUTHORISED;
            case YES -> ShopPayment.PAID;
        };
    }

    private static NewOrder.FixedAmounts amounts(ShopOrder.Amounts amounts) {
        return new NewOrder.FixedAmounts(
                Yen.of(amounts.shipping()),
                Yen.of(amounts.fee()),
                Yen.of(amounts.discount()),
                Yen.of(amounts.points()),
                yen(amounts.total()));
    }

    private static @Nullable Yen yen(@Nullable Long amount) {
        return amount == null ? null : Yen.of(amount);
    }
}
