package jp.otodoke.orders;

import static jp.otodoke.orders.SampleOrders.NOW;
import static jp.otodoke.orders.SampleOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Clock;
import java.util.Optional;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Stopping an order before the warehouse has it, and letting it go on. */
@UnitTest
class HoldOrderTests {
    private final Orders orders = mock();
    private final Timeline timeline = mock();
    private final HoldOrder holdOrder =
            new HoldOrder(orders, timeline, event -> {}, new BusinessClock(Clock.fixed(NOW, BusinessClock.TOKYO)));

    @Test
    void anOrderIsHeldForAReasonThatItsHistoryShows() {
        var order = known(order(OrderStatus.READY));

        assertThat(holdOrder.hold(OrderNumber.of("A00000001"), "お電話待ち", "tester"))
                .isTrue();

        assertThat(order.status()).isEqualTo(OrderStatus.ON_HOLD);
        verify(orders).saveAndFlush(order);
        verify(timeline).add(eq(OrderNumber.of("A00000001")), eq("HELD"), any(), eq("tester"));
    }

    @Test
    void holdingAgainOnlyGivesANewReason() {
        var order = known(order(OrderStatus.READY));
        holdOrder.hold(OrderNumber.of("A00000001"), "お電話待ち", "tester");

        assertThat(holdOrder.hold(OrderNumber.of("A00000001"), "在庫確認", "tester"))
                .isFalse();

        assertThat(order.holdReason()).isEqualTo("在庫確認");
    }

    @Test
    void whatTheWarehouseHasIsNotHeld() {
        known(order(OrderStatus.SHIPPED));

        assertThatThrownBy(() -> holdOrder.hold(OrderNumber.of("A00000001"), "お電話待ち", "tester"))
                .isInstanceOf(Refusal.class);
        verify(orders, never()).saveAndFlush(any());
        verifyNoInteractions(timeline);
    }

    @Test
    void aReleasedOrderGoesOnWhereItHadCome() {
        var order = known(order(OrderStatus.AWAITING_STOCK));
        holdOrder.hold(OrderNumber.of("A00000001"), "お電話待ち", "tester");

        holdOrder.release(OrderNumber.of("A00000001"), "tester");

        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_STOCK);
        verify(timeline).add(eq(OrderNumber.of("A00000001")), eq("HOLD_RELEASED"), any(), eq("tester"));
    }

    @Test
    void anOrderThatIsNotHeldIsNotReleased() {
        known(order(OrderStatus.READY));

        assertThatThrownBy(() -> holdOrder.release(OrderNumber.of("A00000001"), "tester"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void anUnknownOrderIsNotFound() {
        given(orders.findById(OrderNumber.of("A9"))).willReturn(Optional.empty());

        assertThatThrownBy(() -> holdOrder.hold(OrderNumber.of("A9"), "お電話待ち", "tester"))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private Order known(Order order) {
        given(orders.findById(OrderNumber.of("A00000001"))).willReturn(Optional.of(order));
        return order;
    }
}
