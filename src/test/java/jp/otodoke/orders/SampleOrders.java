package jp.otodoke.orders;

import java.time.Instant;
import java.util.List;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;

/** Orders that exist in memory alone, for the tests of their rules. */
final class SampleOrders {
    static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    static final Instant LATER = Instant.parse("2026-11-26T03:00:00Z");
    static final CustomerSummary BUYER = new CustomerSummary(
            CustomerNumber.of("C00000001"),
            "試験 花子",
            "シケン ハナコ",
            "03-1111-2222",
            "hanako@example.jp",
            null,
            null,
            CustomerMother.TOKYO,
            CustomerState.ACTIVE,
            false,
            null);

    private SampleOrders() {}

    /** Three teas at 3,000 and one cream at 4,000 yen, 500 yen of shipping. */
    static Order order() {
        return order(OrderMother.of("TEA", 3).and("CREAM", 1).build());
    }

    static Order order(NewOrder input) {
        return Order.receive(OrderNumber.of("A00000001"), input, BUYER, priced(input, tea(3), cream(1)), NOW);
    }

    /** An order that has come to this point. */
    static Order order(OrderStatus point) {
        var order = order();
        order.advanceTo(point, NOW);
        return order;
    }

    static OrderLine tea(int quantity) {
        return OrderLine.ordered(1, Sku.of("TEA"), "お茶", quantity, Yen.of(3000), 8);
    }

    static OrderLine cream(int quantity) {
        return OrderLine.ordered(1, Sku.of("CREAM"), "クリーム", quantity, Yen.of(4000), 10);
    }

    static PricedOrder priced(NewOrder input, OrderLine... ordered) {
        return priced(input, 500, ordered);
    }

    static PricedOrder priced(NewOrder input, long shipping, OrderLine... ordered) {
        var lines = List.of(ordered);
        var home = new Recipient(BUYER.name(), BUYER.kana(), BUYER.phone(), BUYER.address());
        var destinations = input.destinations().stream()
                .map(d -> OrderDestination.of(
                        d.recipient() == null ? home : d.recipient(), d.deliveryDate(), d.timeSlot(), d.packing()))
                .toList();
        return new PricedOrder(
                destinations,
                lines,
                Totals.of(lines, Yen.of(shipping), Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, 10),
                Totals.shares(lines, Yen.of(shipping), Yen.ZERO, Yen.ZERO, Yen.ZERO, 10));
    }
}
