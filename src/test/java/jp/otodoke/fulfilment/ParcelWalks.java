package jp.otodoke.fulfilment;

import static jp.otodoke.fulfilment.TrackingEvent.Kind.ABSENT;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.ADDRESS_UNKNOWN;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.DELIVERED;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.IN_TRANSIT;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.LOST;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.REFUSED;
import static jp.otodoke.orders.PaymentMethod.CREDIT_CARD;
import static jp.otodoke.orders.PaymentMethod.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.otodoke.fulfilment.ShipResult.ResultLine;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.Test;

/** From the ship day to delivery, and what may go wrong on the way. */
interface ParcelWalks {
    Walk walk();

    @Test
    default void aRefusedInstructionIsSentAgainOrGivenUp() {
        var sku = walk().article(10);
        var again = walk().dispatched(OrderMother.of(sku, 1));
        walk().acknowledge(walk().parcel(again).number(), false);
        assertThat(walk().task(again, "instruction-rejected").reason().japanese())
                .contains("住所不備");

        walk().decide(again, "instruction-rejected", "RESEND");
        assertThat(walk().parcel(again).revision()).isEqualTo(2);
        walk().acknowledge(walk().parcel(again).number(), false);
        walk().decide(again, "instruction-rejected", "CANCEL");

        assertThat(walk().status(again)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().parcels(again)).containsExactly(ShipmentStatus.CANCELLED);
        assertThat(walk().allocated(sku)).isZero();
    }

    @Test
    default void aWarehouseThatChangesItsMindEndsTheTask() {
        var order = walk().dispatched(OrderMother.of(walk().article(10), 1));
        var parcel = walk().parcel(order).number();
        walk().acknowledge(parcel, false);

        walk().acknowledge(parcel, true);

        assertThat(walk().tasks(order)).isEmpty();
        walk().ship(parcel);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    default void aRefusedParcelGivenUpLeavesTheOthersOfItsOrder() {
        var sku = walk().article(10);
        var order = walk().dispatched(
                        OrderMother.of(sku, 1).to("別の人", CustomerMother.SAPPORO).and(sku, 2));
        var parcels = walk().shipments.ofOrder(order);
        walk().acknowledge(parcels.get(0).number(), false);
        walk().decide(order, "instruction-rejected", "CANCEL");

        walk().acknowledge(parcels.get(1).number(), true);
        walk().ship(parcels.get(1).number());

        assertThat(walk().status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk().pieces(order).get(0)).isZero();
        assertThat(walk().allocated(sku)).isZero();
    }

    @Test
    default void aMissingAcknowledgementBecomesATaskThatRepeatsOrWaits() {
        var order = walk().dispatched(OrderMother.of(walk().article(10), 1));
        var parcel = walk().parcel(order).number();
        overdueAfter(Duration.ofHours(5), parcel);
        assertThat(walk().task(order, "parcel-overdue").decisions()).containsExactly("REPEAT", "WAIT");
        walk().decide(order, "parcel-overdue", "REPEAT");
        assertThat(walk().parcel(order).revision()).isEqualTo(2);

        overdueAfter(Duration.ofHours(5), parcel);
        walk().decide(order, "parcel-overdue", "WAIT");
        assertThat(walk().tasks(order)).isEmpty();

        overdueAfter(Duration.ofHours(25), parcel);
        assertThat(walk().tasks(order)).containsExactly("parcel-overdue");
        walk().acknowledge(parcel, true);
        assertThat(walk().tasks(order)).isEmpty();
    }

    @Test
    default void aResultMayComeBeforeTheAcknowledgement() {
        var sku = walk().article(10);
        var order = walk().dispatched(OrderMother.of(sku, 2));
        var parcel = walk().parcel(order).number();

        walk().ship(parcel);
        walk().acknowledge(parcel, true);
        walk().acknowledge(parcel, false);
        walk().ship(parcel);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk().onHand(sku)).isEqualTo(8);
        walk().track(parcel, DELIVERED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    default void trackingMayComeBeforeTheResult() {
        var order = walk().accepted(OrderMother.of(walk().article(10), 2));
        var parcel = walk().parcel(order).number();

        walk().track(parcel, DELIVERED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.DISPATCHED);
        walk().ship(parcel);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    default void severalDestinationsAreSeveralParcelsAndTheOrderHasTheLeastAdvancedStatus() {
        var sku = walk().article(10);
        var order = walk().accepted(
                        OrderMother.of(sku, 1).to("別の人", CustomerMother.SAPPORO).and(sku, 2));
        var parcels = walk().shipments.ofOrder(order);
        assertThat(parcels).hasSize(2);
        assertThat(parcels.stream()
                        .mapToLong(parcel -> parcel.codAmount().amount())
                        .sum())
                .isEqualTo(walk().payment(order).charged().amount());

        walk().ship(parcels.get(0).number());
        assertThat(walk().status(order)).isEqualTo(OrderStatus.DISPATCHED);
        walk().ship(parcels.get(1).number());
        walk().track(parcels.get(0).number(), DELIVERED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.SHIPPED);
        walk().track(parcels.get(1).number(), DELIVERED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    default void theRestOfAShortShipmentFollowsAtOnceWhenStaffSaySo() {
        var sku = walk().article(10);
        var order = walk().accepted(OrderMother.of(sku, 3));
        var first = walk().parcel(order).number();
        walk().shipShort(first, 1);
        assertThat(walk().tasks(order)).containsExactly("shipment-short");

        walk().decide(order, "shipment-short", "SHIP_REST");
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        walk().track(first, DELIVERED);
        walk().wave();
        var rest = walk().parcel(order);
        assertThat(rest.codAmount().amount()).isZero();
        walk().acknowledge(rest.number(), true);
        walk().ship(rest.number());
        walk().track(rest.number(), DELIVERED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk().pieces(order)).containsExactly(0, 3, 0);
    }

    @Test
    default void theRestOfAShortShipmentIsCancelledWhenStaffSaySo() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 3).by(CREDIT_CARD));
        walk().answer(order, Outcome.AUTHORISED);
        walk().wave();
        var parcel = walk().parcel(order).number();
        walk().shipShort(parcel, 1);

        walk().decide(order, "shipment-short", "CANCEL_REST");
        walk().answer(order, Outcome.CAPTURED);
        assertThat(walk().asked(order)).containsExactly("REFUND");
        walk().answer(order, Outcome.REFUNDED);
        walk().track(parcel, DELIVERED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(walk().pieces(order)).containsExactly(0, 1, 2);
        assertThat(walk().allocated(sku)).isZero();
        assertThat(walk().payment(order).paid().amount())
                .isEqualTo(walk().payment(order).charged().amount());
    }

    @Test
    default void theRestFollowsByItselfWhenTheFirstParcelHasArrivedAndMayStillBeCancelled() {
        var sku = walk().article(10);
        var order = walk().accepted(OrderMother.of(sku, 3));
        var first = walk().parcel(order).number();
        walk().shipShort(first, 1);
        walk().track(first, DELIVERED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);

        walk().decide(order, "shipment-short", "CANCEL_REST");

        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk().pieces(order)).containsExactly(0, 1, 2);
        assertThat(walk().allocated(sku)).isZero();
    }

    @Test
    default void aRestThatCanNotBeHadIsGivenUpAndTheOrderEndsWithWhatWasDelivered() {
        var sku = walk().article(3);
        var order = walk().accepted(OrderMother.of(sku, 3));
        var first = walk().parcel(order).number();
        walk().shipShort(first, 1);
        walk().corrupt.stockGone(sku, 2);
        walk().track(first, DELIVERED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        walk().pass(Duration.ofDays(15), order);

        walk().decide(order, "stock-missing", "CANCEL");

        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk().pieces(order)).containsExactly(0, 1, 2);
        assertThat(walk().alive(order)).isTrue();
    }

    @Test
    default void aParcelMayLeaveInTwoResults() {
        var sku = walk().article(10);
        var order = walk().accepted(OrderMother.of(sku, 3));
        var parcel = walk().parcel(order).number();

        walk().results
                .record(List.of(
                        walk().result(parcel, "1", List.of(new ResultLine(1, Sku.of(sku), 1, "L1", null)), false)));
        assertThat(walk().tasks(order)).isEmpty();
        walk().track(parcel, DELIVERED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.SHIPPED);
        walk().results
                .record(List.of(
                        walk().result(parcel, "2", List.of(new ResultLine(1, Sku.of(sku), 2, "L2", null)), true)));

        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk().pieces(order)).containsExactly(0, 3, 0);
    }

    @Test
    default void anAbsentCustomerIsVisitedAgainAndARepeatedTrackingEventChangesNothing() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 1));
        var parcel = walk().parcel(order).number();
        walk().track(parcel, ABSENT);
        assertThat(walk().parcel(order).status()).isEqualTo(ShipmentStatus.EXCEPTION);
        var seen = List.of(
                new TrackingEvent(Walk.waybill(parcel), ABSENT, walk().clock.instant(), "東京"));

        walk().decide(order, "delivery-trouble", "TRY_AGAIN");
        walk().tracking
                .record(seen.stream()
                        .map(e -> new TrackingEvent(e.trackingNo(), ABSENT, e.at().minusSeconds(60), "東京"))
                        .toList());

        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().parcel(order).status()).isEqualTo(ShipmentStatus.SHIPPED);
        walk().track(parcel, ABSENT);
        assertThat(walk().tasks(order)).containsExactly("delivery-trouble");
        walk().track(parcel, DELIVERED);
        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    default void aDeliveryExceptionEndsByItselfWhenTheParcelMovesOn() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 1));
        var parcel = walk().parcel(order).number();
        walk().track(parcel, ADDRESS_UNKNOWN);

        walk().track(parcel, IN_TRANSIT);

        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().parcel(order).status()).isEqualTo(ShipmentStatus.SHIPPED);
    }

    @Test
    default void aLostParcelIsReshippedAndItsMoneyCollectedThen() {
        var sku = walk().article(10);
        var order = walk().shipped(OrderMother.of(sku, 2));
        var lost = walk().parcel(order).number();
        walk().track(lost, LOST);

        walk().decide(order, "delivery-trouble", "SEND_ANEW");
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().alive(lost.value())).isFalse();
        walk().wave();
        var anew = walk().parcel(order);
        assertThat(anew.codAmount().amount())
                .isEqualTo(walk().payment(order).charged().amount());
        walk().acknowledge(anew.number(), true);
        walk().ship(anew.number());
        walk().track(anew.number(), DELIVERED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk().onHand(sku)).isEqualTo(6);
    }

    @Test
    default void aReshippedParcelMayBeCancelledInstead() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 2));
        walk().track(walk().parcel(order).number(), LOST);
        walk().decide(order, "delivery-trouble", "SEND_ANEW");

        walk().cancel(order);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().alive(order)).isFalse();
    }

    @Test
    default void anOrderIsFoundByTheNumbersOfItsParcel() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(INVOICE));
        walk().wave();
        var parcel = walk().parcel(order).number();
        walk().ship(parcel);
        var tracking = String.valueOf(walk().parcel(order).trackingNumber());

        assertThat(walk().ordersOf(parcel.value())).containsExactly(order);
        assertThat(walk().ordersOf(tracking)).containsExactly(order);
        assertThat(walk().ordersOf("S99999999")).isEmpty();
    }

    @Test
    default void aRefusedParcelIsRefundedAndItsGoodsGoBackToStock() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.AUTHORISED);
        walk().wave();
        var parcel = walk().parcel(order).number();
        walk().ship(parcel);
        walk().track(parcel, REFUSED);

        walk().decide(order, "delivery-trouble", "REFUND");
        assertThat(walk().asked(order)).containsExactly("CAPTURE");
        walk().answer(order, Outcome.CAPTURED);
        walk().answer(order, Outcome.REFUNDED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.RETURNED);
        assertThat(walk().payment(order).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(walk().asked(order)).isEmpty();
        walk().decide(order, "return-arrival", "RESTOCK");

        assertThat(walk().onHand(sku)).isEqualTo(10);
        assertThat(walk().alive(order)).isFalse();
    }

    @Test
    default void collectedCashIsConfirmedOrWaitedForAfterThirtyDays() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 2));
        walk().track(walk().parcel(order).number(), DELIVERED);
        walk().pass(Duration.ofDays(31), order);
        walk().decide(order, "settlement-overdue", "WAIT");
        assertThat(walk().tasks(order)).isEmpty();
        walk().pass(Duration.ofDays(31), order);

        walk().decide(order, "settlement-overdue", "RECEIVED");

        assertThat(walk().status(order)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(walk().payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk().alive(order)).isFalse();
    }

    @Test
    default void moneyThatComesLateEndsTheTaskAndTheOrder() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 2).by(PaymentMethod.INVOICE));
        walk().track(walk().parcel(order).number(), DELIVERED);
        walk().pass(Duration.ofDays(31), order);
        assertThat(walk().tasks(order)).as("its statement is not due").isEmpty();
        walk().pass(Duration.ofDays(45), order);
        assertThat(walk().tasks(order)).containsExactly("settlement-overdue");

        walk().transfer(order, walk().payment(order).charged().amount());

        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    default void moneyThatComesInTimeCompletesTheOrder() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 2).by(PaymentMethod.INVOICE));
        walk().track(walk().parcel(order).number(), DELIVERED);

        walk().transfer(order, walk().payment(order).charged().amount());

        assertThat(walk().status(order)).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    default void aDeliveryExceptionIsOneTaskHoweverLongItTakes() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 1));
        var parcel = walk().parcel(order).number();
        walk().track(parcel, ABSENT);

        overdueAfter(Duration.ofDays(30), parcel);
        assertThat(walk().tasks(order)).containsExactly("delivery-trouble");

        walk().decide(order, "delivery-trouble", "TRY_AGAIN");
        overdueAfter(Duration.ofDays(30), parcel);
        assertThat(walk().tasks(order)).containsExactly("parcel-overdue");
    }

    @Test
    default void anOverdueParcelWithADeliveryExceptionIsOneTask() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 1));
        var parcel = walk().parcel(order).number();
        overdueAfter(Duration.ofDays(30), parcel);
        assertThat(walk().tasks(order)).containsExactly("parcel-overdue");

        walk().track(parcel, LOST);

        assertThat(walk().tasks(order)).containsExactly("delivery-trouble");
        assertThat(walk().task(order, "delivery-trouble").decisions())
                .containsExactly("SEND_ANEW", "TRY_AGAIN", "REFUND");
    }

    /** What the warehouse has done is not asked of it again; the way out of a parcel without news is that it is lost. */
    @Test
    default void aShippedParcelWithoutTrackingEventsIsWaitedForOrReportedLost() {
        var order = walk().shipped(OrderMother.of(walk().article(10), 1));
        var parcel = walk().parcel(order).number();
        overdueAfter(Duration.ofDays(30), parcel);
        assertThat(walk().task(order, "parcel-overdue").decisions()).containsExactly("WAIT", "LOST");
        walk().decide(order, "parcel-overdue", "WAIT");
        assertThat(walk().tasks(order)).isEmpty();
        overdueAfter(Duration.ofDays(2), parcel);

        walk().decide(order, "parcel-overdue", "LOST");

        assertThat(walk().tasks(order)).containsExactly("delivery-trouble");
        assertThat(walk().task(order, "delivery-trouble").decisions()).first().isEqualTo("SEND_ANEW");
        walk().track(parcel, DELIVERED);
        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    private void overdueAfter(Duration time, ShipmentNumber parcel) {
        walk().testClock.advance(time);
        walk().lookForOverdue();
        walk().settle(parcel);
    }
}
