package jp.otodoke.orders;

import static java.util.function.Predicate.not;
import static jp.otodoke.orders.OrderStatus.AWAITING_PAYMENT;
import static jp.otodoke.orders.OrderStatus.AWAITING_STOCK;
import static jp.otodoke.orders.OrderStatus.CANCELLED;
import static jp.otodoke.orders.OrderStatus.COMPLETED;
import static jp.otodoke.orders.OrderStatus.DELIVERED;
import static jp.otodoke.orders.OrderStatus.DISPATCHED;
import static jp.otodoke.orders.OrderStatus.IN_REVIEW;
import static jp.otodoke.orders.OrderStatus.ON_HOLD;
import static jp.otodoke.orders.OrderStatus.READY;
import static jp.otodoke.orders.OrderStatus.RECEIVED;
import static jp.otodoke.orders.OrderStatus.RETURNED;
import static jp.otodoke.orders.OrderStatus.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

/** From which point on the warehouse has an order, and when it is over. */
@UnitTest
class OrderStatusTests {
    @Test
    void anOrderIsOursUntilTheWarehouseHasIt() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderStatus::beforeHandOver))
                .containsExactly(RECEIVED, IN_REVIEW, ON_HOLD, AWAITING_PAYMENT, AWAITING_STOCK, READY);
    }

    @Test
    void anOrderEndsCompletedReturnedOrCancelled() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderStatus::ended))
                .containsExactly(COMPLETED, RETURNED, CANCELLED);
    }

    @Test
    void whatHasBeenHandedOverAndNotEndedIsWithWarehouseOrCarrier() {
        assertThat(Arrays.stream(OrderStatus.values())
                        .filter(not(OrderStatus::beforeHandOver))
                        .filter(not(OrderStatus::ended)))
                .containsExactly(DISPATCHED, SHIPPED, DELIVERED);
    }
}
