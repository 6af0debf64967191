package jp.otodoke.partners.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
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
    private final PlaceOrder placeOrder;
    private final RejectOrder rejectOrder;
    private final ShopTasks tasks;
    private final RecordReversal recordReversal;

    PlaceShopOrders(
            ShopOrders known,
            OrderChecks checks,
            MatchBuyer matchBuyer,
            PlaceOrder placeOrder,
            RejectOrder rejectOrder,
            ShopTasks tasks,
            RecordReversal recordReversal) {
        this.known = known;
        this.checks = checks;
        this.matchBuyer = matchBuyer;
        this.placeOrder = placeOrder;
        this.rejectOrder = rejectOrder;
        this.tasks = tasks;
        this.recordReversal = recordReversal;
    }

    /** @throws jp.otodoke.shared.InvalidInput if the orders module refuses one; then nothing has happened */
    @Transactional
    public List<OrderOutcome> take(OrderFormat format, SourceFile file, List<ReadOrder> orders) {
        var before = known.find(
                format.channel(), orders.stream().map(ReadOrder::number).toList());
        var products = checks.products(orders);
        List<OrderOutcome> all = new ArrayList<>();
        for (var order : orders) {
            var first = before.get(order.number());
            all.add(first == null ? takeNew(format, file, order, products) : again(format, file, order, first));
        }
        return all;
    }

    /**
     * An imported order stays as it is, whatever a later file says; changes are made by a person. One that the shop
     * has taken back does not leave unseen.
     */
    private OrderOutcome again(OrderFormat format, SourceFile file, ReadOrder order, ShopOrders.Known first) {
        if (first.hasContent(order.contentHash())) {
            return OrderOutcome.existing(order);
        }
        var reversal = order.status().reversal();
        if (reversal != null) {
            recordReversal.record(format.channel(), order, reversal, first.orderNumber(), file);
        }
        if ((reversal == null || reversal == ShopStatus.Reversal.PARTLY_REFUNDED) && !first.hasContent(order)) {
            tasks.changed(format.channel(), order, first.orderNumber(), file);
        }
        return OrderOutcome.existing(order);
    }

    private OrderOutcome takeNew(OrderFormat format, SourceFile file, ReadOrder order, Set<Sku> products) {
        var problems = checks.problems(order, products);
        if (!problems.isEmpty()) {
            return rejectOrder.reject(format, file, order, problems);
        }
        var placed = placeOrder.place(newOrder(format, file, order));
        known.add(format.channel(), order, placed.orderNumber(), file);
        tasks.settled(format.channel(), order.number());
        return placed.created() ? OrderOutcome.created(order) : OrderOutcome.existing(order);
    }

    private NewOrder newOrder(OrderFormat format, SourceFile file, ReadOrder read) {
        var order = read.order();
        return new NewOrder(
                format.channel(),
                read.number(),
                order.orderedAt(),
                null,
                matchBuyer.of(format.channel(), order),
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
