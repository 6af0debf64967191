package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** An order of which a part has left can be held, released, cancelled and paid for like any other: no dead end. */
@ModuleTest
class HeldOrderTests {
    private final Walk walk;

    @Autowired
    HeldOrderTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @AfterEach
    void allHolds() {
        walk.allHolds();
    }

    @Test
    void theRestOfAPartlyShippedOrderWaitsWhileItIsHeldAndIsReadyOnceItIsReleased() {
        var order = restWaiting();
        walk.changes.hold(order, "電話待ち", "tester");
        walk.wave();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.ON_HOLD);

        walk.decide(order, "order-on-hold", "RELEASE");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void cancellingTheRestOfAHeldOrderByItsTaskEndsTheHold() {
        var order = restWaiting();
        walk.changes.hold(order, "電話待ち", "tester");

        walk.decide(order, "order-on-hold", "CANCEL");

        assertThat(walk.tasks(order)).doesNotContain("order-on-hold");
        assertThat(walk.pieces(order)).containsExactly(0, 1, 1);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void cancellingTheRestOfAHeldOrderElsewhereEndsTheHoldToo() {
        var order = restWaiting();
        walk.changes.hold(order, "電話待ち", "tester");

        walk.cancel(order);

        assertThat(walk.tasks(order)).doesNotContain("order-on-hold");
        assertThat(walk.pieces(order)).containsExactly(0, 1, 1);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void aCaptureDeclinedWhileTheRestWaitsIsTriedAgainByANewAuthorisation() {
        var order = declinedWithRest();

        assertThat(walk.task(order, "payment-declined").decisions()).containsExactlyInAnyOrder("RETRY", "CANCEL");
        walk.decide(order, "payment-declined", "RETRY");
        walk.answer(order, Outcome.AUTHORISED);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void theRestIsCancelledWhereTheCardIsDeclinedForGood() {
        var order = declinedWithRest();

        walk.decide(order, "payment-declined", "CANCEL");

        assertThat(walk.pieces(order)).containsExactly(0, 1, 1);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk.tasks(order)).doesNotContain("payment-declined");
    }

    private OrderNumber declinedWithRest() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.CREDIT_CARD));
        walk.answer(order, Outcome.AUTHORISED);
        walk.wave();
        walk.shipShort(walk.parcel(order).number(), 1);
        walk.answer(order, Outcome.DECLINED);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(walk.tasks(order)).contains("capture-failed");
        walk.decide(order, "shipment-short", "SHIP_REST");
        walk.answer(order, Outcome.DECLINED);
        return order;
    }

    /** One of two pieces has shipped, the other one waits for its ship day. */
    private OrderNumber restWaiting() {
        var order = walk.place(OrderMother.of(walk.article(10), 2));
        walk.wave();
        walk.shipShort(walk.parcel(order).number(), 1);
        walk.decide(order, "shipment-short", "SHIP_REST");
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        return order;
    }
}
