package jp.otodoke.orders;

import static jp.otodoke.orders.SampleOrders.NOW;
import static jp.otodoke.orders.SampleOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** What neither has left nor is travelling will not be sent. */
@UnitTest
class CancelRestTests {
    private static final CancelReason REASON = CancelReason.requested("お客様のご都合");

    private final Orders orders = mock();
    private final Timeline timeline = mock();
    private final ApplicationEventPublisher events = mock();
    private final CancelRest cancelRest =
            new CancelRest(orders, timeline, events, new BusinessClock(Clock.fixed(NOW, BusinessClock.TOKYO)));

    @Test
    void anOrderOfWhichNothingLeftEndsAndEverybodyHearsOfIt() {
        var order = known(order(OrderStatus.READY));

        cancelRest.cancel(OrderNumber.of("A00000001"), Map.of(), REASON, "tester");

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        verify(orders).saveAndFlush(order);
        verify(timeline).add(eq(OrderNumber.of("A00000001")), eq("CANCELLED"), any(), eq("tester"));
        verify(events).publishEvent(new OrderCancelled(OrderNumber.of("A00000001")));
    }

    @Test
    void whatIsTravellingIsDeliveredAndOnlyTheRestIsCancelled() {
        var order = known(order(OrderStatus.DISPATCHED));

        cancelRest.cancel(OrderNumber.of("A00000001"), Map.of(1, 3), REASON, "tester");

        assertThat(order.status()).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(order.openPieces()).isEqualTo(3);
        verify(timeline).add(eq(OrderNumber.of("A00000001")), eq("REST_CANCELLED"), any(), eq("tester"));
        verify(events).publishEvent(new OrderCancelled(OrderNumber.of("A00000001")));
    }

    @Test
    void whereNothingIsLeftToCancelNothingHappens() {
        known(order(OrderStatus.DISPATCHED));

        cancelRest.cancel(OrderNumber.of("A00000001"), Map.of(1, 3, 2, 1), REASON, "tester");

        verifyNoInteractions(timeline, events);
    }

    @Test
    void cancellingTwiceIsCancellingOnce() {
        known(order(OrderStatus.READY));

        cancelRest.cancel(OrderNumber.of("A00000001"), Map.of(), REASON, "tester");
        cancelRest.cancel(OrderNumber.of("A00000001"), Map.of(), REASON, "tester");

        verify(events).publishEvent(new OrderCancelled(OrderNumber.of("A00000001")));
    }

    private Order known(Order order) {
        given(orders.findById(OrderNumber.of("A00000001"))).willReturn(Optional.of(order));
        return order;
    }
}
