package jp.otodoke.fulfilment;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CREDIT_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import jp.otodoke.fulfilment.RequestOrderCancel.Outcome;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Preparation;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Cancelling at every stage. */
interface CancelWalks {
    Walk walk();

    @Test
    default void beforeHandOverAnOrderIsCancelledAtOnceWhereverItStands() {
        var sku = walk().article(10);
        var received = walk().placeOrder
                .place(OrderMother.of(sku, 1).build(), Preparation.LATER)
                .orderNumber();
        var inReview = walk().place(OrderMother.of(sku, 1).remarking("急ぎ"));
        var unpaid = walk().place(OrderMother.of(sku, 1).by(BANK_TRANSFER));
        var noStock = walk().place(OrderMother.of(sku, 50));
        var ready = walk().place(OrderMother.of(walk().article(2), 1));
        var held = walk().place(OrderMother.of(walk().article(2), 1));
        walk().changes.hold(held, "電話待ち", "tester");

        for (var order : List.of(received, inReview, unpaid, noStock, ready, held)) {
            assertThat(walk().cancel(order)).isEqualTo(Outcome.CANCELLED);
            assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
            assertThat(walk().alive(order)).isFalse();
            assertThat(walk().tasks(order)).isEmpty();
            assertThat(walk().payment(order).charged().amount()).isZero();
        }
        assertThat(walk().allocated(sku)).isZero();
    }

    @Test
    default void anAuthorisedCardIsVoidedAndAnAnswerAfterTheCancelToo() {
        var sku = walk().article(10);
        var authorised = walk().place(OrderMother.of(sku, 1).by(CREDIT_CARD));
        walk().answer(authorised, CardAnswer.Outcome.AUTHORISED);
        var pending = walk().place(OrderMother.of(sku, 1).by(CREDIT_CARD));

        walk().cancel(authorised);
        walk().cancel(pending);
        assertThat(walk().asked(authorised)).containsExactly("VOID");
        walk().answer(pending, CardAnswer.Outcome.AUTHORISED);
        assertThat(walk().asked(pending)).containsExactly("VOID");
    }

    @Test
    default void aPaidTransferIsToBeRefunded() {
        var order = walk().place(OrderMother.of(walk().article(1), 1).by(BANK_TRANSFER));
        walk().transfer(order, walk().payment(order).charged().amount());

        walk().cancel(order);
        assertThat(walk().tasks(order)).containsExactly("refund-due");
        walk().decide(order, "refund-due", "REFUNDED");

        assertThat(walk().payment(order).paid().amount()).isZero();
    }

    @Test
    default void onceHandedOverTheWarehouseDecidesAndNothingIsRefundedBefore() {
        var sku = walk().article(10);
        var order = walk().accepted(OrderMother.of(sku, 2));

        assertThat(walk().cancel(order)).isEqualTo(Outcome.PENDING);
        assertThat(walk().cancel(order)).isEqualTo(Outcome.PENDING);
        assertThat(walk().allocated(sku)).isEqualTo(2);
        assertThat(walk().payment(order).charged().amount()).isPositive();
        walk().answerCancel(walk().parcel(order).number(), CancelResult.CANCELLED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().parcels(order)).containsExactly(ShipmentStatus.CANCELLED);
        assertThat(walk().allocated(sku)).isZero();
        assertThat(walk().alive(order)).isFalse();
        assertThat(walk().alive(walk().parcel(order).number().value())).isFalse();
        assertThatThrownBy(() -> walk().ship(walk().parcel(order).number())).isInstanceOf(InvalidInput.class);
    }

    @Test
    default void tooLateGoesToAPersonAndMayStillBecomeCancelled() {
        var order = walk().accepted(OrderMother.of(walk().article(10), 2));
        var parcel = walk().parcel(order).number();
        walk().cancel(order);
        walk().answerCancel(parcel, CancelResult.TOO_LATE_PICKING);
        assertThat(walk().tasks(order)).containsExactly("cancel-too-late");

        walk().answerCancel(parcel, CancelResult.CANCELLED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().tasks(order)).isEmpty();
    }

    @Test
    default void tooLateMayBeRecalledAndTheParcelGoesItsWay() {
        var order = walk().accepted(OrderMother.of(walk().article(10), 2));
        var parcel = walk().parcel(order).number();
        walk().cancel(order);
        walk().answerCancel(parcel, CancelResult.ALREADY_SHIPPED);

        walk().decide(order, "cancel-too-late", "RECALLED");
        walk().ship(parcel);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk().happened(order)).contains("CANCEL_TOO_LATE");
    }

    @Test
    default void aShipmentResultBeatsAnUnansweredCancel() {
        var order = walk().accepted(OrderMother.of(walk().article(10), 2));
        var parcel = walk().parcel(order).number();
        walk().cancel(order);

        walk().ship(parcel);
        assertThat(walk().tasks(order)).containsExactly("cancel-too-late");
        walk().answerCancel(parcel, CancelResult.CANCELLED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    default void aParcelTheWarehouseDoesNotKnowYetIsAskedForAgainAfterTenMinutes() {
        var order = walk().dispatched(OrderMother.of(walk().article(10), 2));
        var parcel = walk().parcel(order).number();
        walk().cancel(order);
        var first = walk().parcel(order).cancelRequestId();
        walk().answerCancel(parcel, CancelResult.NOT_FOUND);

        walk().pass(Duration.ofMinutes(11), parcel.value());
        assertThat(walk().parcel(order).cancelRequestId()).isNotEqualTo(first);
        walk().answerCancel(parcel, CancelResult.CANCELLED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    default void aParcelThatLeavesWhileTheCancelPausesIsToBeRecalled() {
        var order = walk().dispatched(OrderMother.of(walk().article(10), 2));
        var parcel = walk().parcel(order).number();
        walk().cancel(order);
        walk().answerCancel(parcel, CancelResult.NOT_FOUND);

        walk().ship(parcel);
        walk().pass(Duration.ofMinutes(11), parcel.value());

        assertThat(walk().tasks(order)).containsExactly("cancel-too-late");
    }

    @Test
    default void aParcelTheWarehouseNeverKnewMayBeSentAfterAll() {
        var order = walk().dispatched(OrderMother.of(walk().article(10), 2));
        var parcel = walk().parcel(order).number();
        walk().cancel(order);
        for (int i = 0; i < 5; i++) {
            walk().answerCancel(parcel, CancelResult.NOT_FOUND);
            walk().pass(Duration.ofMinutes(11), parcel.value());
        }

        walk().decide(order, "cancel-too-late", "LET_GO");
        assertThat(walk().parcel(order).status()).isEqualTo(ShipmentStatus.INSTRUCTED);
        walk().acknowledge(parcel, true);
        walk().ship(parcel);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    default void whatTheWarehouseRefusesIsCancelledWhereThatWasWanted() {
        var sku = walk().article(10);
        var before = walk().dispatched(OrderMother.of(sku, 1));
        walk().cancel(before);
        walk().acknowledge(walk().parcel(before).number(), false);
        var after = walk().dispatched(OrderMother.of(sku, 1));
        walk().acknowledge(walk().parcel(after).number(), false);

        assertThat(walk().cancel(after)).isEqualTo(Outcome.CANCELLED);

        assertThat(walk().status(before)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().status(after)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().tasks(after)).isEmpty();
        assertThat(walk().allocated(sku)).isZero();
    }

    @Test
    default void whatHasLeftCanNotBeCancelled() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 2));

        assertThatThrownBy(() -> walk().cancel(order)).isInstanceOf(Refusal.class);
    }

    @Test
    default void aCancelledOrderEnteredAgainShipsOnce() {
        var sku = walk().article(10);
        var cancelled = walk().accepted(OrderMother.of(sku, 2));
        var customer = walk().order(cancelled).customerNumber();
        walk().cancel(cancelled);
        var anew = walk().place(OrderMother.of(sku, 2).from(customer).numbered("again-" + cancelled));
        walk().answerCancel(walk().parcel(cancelled).number(), CancelResult.CANCELLED);

        walk().wave();
        walk().acknowledge(walk().parcel(anew).number(), true);
        walk().ship(walk().parcel(anew).number());

        assertThat(walk().status(anew)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk().status(cancelled)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().onHand(sku)).isEqualTo(8);
    }

    @Test
    default void ofTwoOrdersInOneParcelTheOtherBecomesReadyAgain() {
        var sku = walk().article(10);
        var one = walk().place(OrderMother.of(sku, 1));
        var two = walk().place(OrderMother.of(sku, 2).from(walk().order(one).customerNumber()));
        walk().wave();
        var parcel = walk().parcel(one).number();
        assertThat(walk().parcel(two).number()).isEqualTo(parcel);
        assertThat(walk().parcel(one).codAmount().amount())
                .isEqualTo(walk().payment(one).charged().amount()
                        + walk().payment(two).charged().amount());
        walk().acknowledge(parcel, true);

        walk().cancel(one);
        walk().answerCancel(parcel, CancelResult.CANCELLED);

        assertThat(walk().status(one)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().status(two)).isEqualTo(OrderStatus.READY);
        walk().wave();
        assertThat(walk().parcel(two).number()).isNotEqualTo(parcel);
        assertThat(walk().ordersIn(walk().parcel(two).number())).containsExactly(two);
        assertThat(walk().parcel(two).codAmount().amount())
                .isEqualTo(walk().payment(two).charged().amount());
    }

    @Test
    default void ofTwoOrdersInOneParcelBothMayBeCancelled() {
        var sku = walk().article(10);
        var one = walk().place(OrderMother.of(sku, 1));
        var two = walk().place(OrderMother.of(sku, 2).from(walk().order(one).customerNumber()));
        walk().wave();
        walk().cancel(one);
        walk().cancel(two);

        walk().answerCancel(walk().parcel(one).number(), CancelResult.CANCELLED);

        assertThat(walk().status(one)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().status(two)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().allocated(sku)).isZero();
    }

    @Test
    default void ofTwoParcelsOnlyTheOneThatIsStillThereIsCancelled() {
        var sku = walk().article(10);
        var order = walk().accepted(
                        OrderMother.of(sku, 1).to("別の人", CustomerMother.SAPPORO).and(sku, 2));
        var parcels = walk().shipments.ofOrder(order);
        walk().cancel(order);
        walk().answerCancel(parcels.get(0).number(), CancelResult.CANCELLED);
        walk().ship(parcels.get(1).number());

        walk().track(parcels.get(1).number(), TrackingEvent.Kind.DELIVERED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk().pieces(order).get(0)).isZero();
        assertThat(walk().pieces(order).get(2)).isPositive();
        assertThat(walk().allocated(sku)).isZero();
    }
}
