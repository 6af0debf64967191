package jp.otodoke.fulfilment;

import static jp.otodoke.fulfilment.TrackingEvent.Kind.DELIVERED;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.LOST;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.fulfilment.ShipResult.ResultLine;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a warehouse may report besides that everything has left. */
@ModuleTest
class ShipResultTests {
    private final Walk walk;
    private String tea = "";

    @Autowired
    ShipResultTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void stock() {
        walk.morning();
        tea = walk.article(10);
    }

    @Test
    void aFinalResultOfNoPiecesIsNothingShippedAndAsksAPerson() {
        var order = walk.accepted(OrderMother.of(tea, 2));

        report(order, "1", 0, true);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(walk.tasks(order)).contains("shipment-short");
        assertThat(walk.happened(order)).doesNotContain("SHIPPED");
        assertThat(walk.payment(order).paid().isZero()).isTrue();
        assertThat(walk.onHand(tea)).isEqualTo(10);
        walk.allHolds();
    }

    @Test
    void eachParcelOfAShipmentIsKnownByItsTrackingNumber() {
        var order = walk.accepted(OrderMother.of(tea, 2));
        var shipment = walk.parcel(order).number();

        leaves(shipment, "1", "456700000011", false);
        leaves(shipment, "2", "456700000012", true);

        assertThat(walk.shipments.parcels(List.of(shipment)).get(shipment))
                .extracting(parcel -> parcel.carrier() + " " + parcel.trackingNumber())
                .containsExactly("YAMATO 456700000011", "YAMATO 456700000012");
    }

    @Test
    void whatDidNotLeaveIsSentInANewShipment() {
        var order = walk.accepted(OrderMother.of(tea, 2));
        var first = walk.parcel(order).number();
        report(order, "1", 0, true);

        walk.decide(order, "shipment-short", "SHIP_REST");
        walk.wave();

        assertThat(walk.parcel(order).number()).isNotEqualTo(first);
        assertThat(walk.shipments.get(first).status()).isEqualTo(ShipmentStatus.CANCELLED);
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());
        assertThat(walk.pieces(order)).containsExactly(0, 2, 0);
        walk.allHolds();
    }

    @Test
    void whatDidNotLeaveCanBeCancelled() {
        var order = walk.accepted(OrderMother.of(tea, 2));
        report(order, "1", 0, true);

        walk.decide(order, "shipment-short", "CANCEL_REST");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.allocated(tea)).isZero();
        assertThat(walk.alive(walk.parcel(order).number())).isFalse();
        walk.allHolds();
    }

    /** One of its two shipments is delivered and all is paid, so that cancelling the rest completes the order. */
    @Test
    void anOrderThatEndsWhenWhatDidNotLeaveIsCancelledStaysCompleted() {
        var order = walk.accepted(OrderMother.of(tea, 1)
                .to("別の人", CustomerMother.SAPPORO)
                .and(tea, 1)
                .atTheShop(ShopPayment.PAID));
        var first = walk.shipments.ofOrder(order).get(0).number();
        walk.ship(first);
        walk.track(first, DELIVERED);
        report(order, "1", 0, true);

        walk.decide(order, "shipment-short", "CANCEL_REST");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(walk.parcels(order)).containsExactly(ShipmentStatus.DELIVERED, ShipmentStatus.CANCELLED);
        assertThat(walk.alive(order)).isFalse();
        walk.allHolds();
    }

    /** All but what waits for stock is delivered and paid. */
    @Test
    void anOrderEndsCompletedWhenTheRestThatWaitsForStockIsCancelled() {
        var order = walk.place(OrderMother.of(tea, 1)
                .to("別の人", CustomerMother.SAPPORO)
                .and(walk.article(0), 1)
                .atTheShop(ShopPayment.PAID));
        walk.wave();
        var first = walk.parcel(order).number();
        walk.acknowledge(first, true);
        walk.ship(first);
        walk.track(first, DELIVERED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);

        walk.cancel(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(walk.alive(order)).isFalse();
        walk.allHolds();
    }

    /** One parcel is delivered, another refused and paid back, and the rest waits for stock. */
    @Test
    void whatIsCancelledAfterAReturnIsNotChargedEither() {
        var order = walk.place(OrderMother.of(tea, 1)
                .to("別の人", CustomerMother.SAPPORO)
                .and(tea, 1)
                .to("三人目", CustomerMother.TOKYO)
                .and(walk.article(0), 1));
        walk.wave();
        var parcels = walk.shipments.ofOrder(order);
        parcels.forEach(parcel -> walk.acknowledge(parcel.number(), true));
        parcels.forEach(parcel -> walk.ship(parcel.number()));
        walk.track(parcels.get(0).number(), DELIVERED);
        walk.track(parcels.get(1).number(), REFUSED);
        walk.decide(order, "delivery-trouble", "REFUND");
        var charged = walk.payment(order).charged();

        walk.cancel(order);

        assertThat(walk.payment(order).charged()).isEqualTo(charged.minus(Yen.of(3000)));
        walk.allHolds();
    }

    /** The rest has its stock and waits for its day; what comes back meanwhile needs another piece, which is not there. */
    @Test
    void whatIsSentAgainWaitsForItsStockTogetherWithTheRest() {
        var scarce = walk.article(3);
        var order = walk.accepted(OrderMother.of(scarce, 3));
        var first = walk.parcel(order).number();
        report(order, "1", 1, true);
        walk.decide(order, "shipment-short", "SHIP_REST");
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.track(first, REFUSED);

        walk.decide(order, "delivery-trouble", "SEND_ANEW");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        walk.wave();
        assertThat(walk.parcel(order).number()).isEqualTo(first);
        walk.receive(scarce, 1);
        walk.wave();
        assertThat(walk.parcel(order).number()).isNotEqualTo(first);
        assertThat(walk.allocated(scarce)).isEqualTo(3);
        walk.allHolds();
    }

    @Test
    void aFirstResultOfNoPiecesWaitsForTheNext() {
        var order = walk.accepted(OrderMother.of(tea, 2));
        report(order, "1", 0, false);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(walk.tasks(order)).doesNotContain("shipment-short");

        report(order, "2", 2, true);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk.pieces(order)).containsExactly(0, 2, 0);
        walk.allHolds();
    }

    /** The goods are gone, whatever the warehouse said before. */
    @Test
    void goodsThatLeaveAfterAFinalResultOfNoPiecesCloseTheQuestion() {
        var order = walk.accepted(OrderMother.of(tea, 2));
        report(order, "1", 0, true);

        report(order, "2", 2, true);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk.tasks(order)).doesNotContain("shipment-short");
        walk.allHolds();
    }

    @Test
    void nothingLeavingAnswersAnOpenCancellationRequest() {
        var order = walk.accepted(OrderMother.of(tea, 2));
        walk.cancel(order);

        report(order, "1", 0, true);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        walk.allHolds();
    }

    @Test
    void aShipmentOfWhichEverythingHasLeftNeedsNoFinalResult() {
        var order = walk.accepted(OrderMother.of(tea, 2));
        report(order, "1", 2, false);

        walk.track(walk.parcel(order).number(), DELIVERED);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        report(order, "2", 0, true);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        walk.allHolds();
    }

    @Test
    void aTrackingNumberBelongsToOneShipmentUntilTheCarrierUsesItAgain() {
        var order = walk.shipped(OrderMother.of(tea, 1));
        var number = Walk.waybill(walk.parcel(order).number());
        var other = walk.accepted(OrderMother.of(tea, 1));
        assertThatThrownBy(() -> ship(other, hyphens(number)))
                .isInstanceOfSatisfying(InvalidInput.class, problem -> assertThat(problem.problems())
                        .singleElement()
                        .satisfies(p -> assertThat(p.words().japanese()).contains("送り状番号", "出荷")));
        walk.track(walk.parcel(order).number(), DELIVERED);

        walk.testClock.advance(Duration.ofDays(200));
        var later = walk.accepted(OrderMother.of(tea, 1));
        ship(later, hyphens(number));

        assertThat(walk.status(later)).isEqualTo(OrderStatus.SHIPPED);
        track(number);
        assertThat(walk.status(later)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void aShipmentCanNotLeaveInTheFutureOrBeforeItWasPlanned() {
        var order = walk.accepted(OrderMother.of(tea, 1));
        var now = walk.clock.instant();

        assertThat(List.of(now.plus(Duration.ofDays(3)), now.minus(Duration.ofDays(90))))
                .allSatisfy(at -> assertThatThrownBy(() -> ship(order, "440000000001", at))
                        .isInstanceOf(InvalidInput.class)
                        .extracting(e -> ((InvalidInput) e).problems().get(0).field())
                        .isEqualTo("shipped_at"));
    }

    @Test
    void aWarehouseThatNeverSendsTheFinalResultCanBeClosed() {
        var order = walk.accepted(OrderMother.of(tea, 3));
        report(order, "1", 1, false);
        walk.track(walk.parcel(order).number(), DELIVERED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        overdue(order);

        walk.decide(order, "parcel-overdue", "CLOSE_RESULT");
        assertThat(walk.tasks(order)).containsExactly("shipment-short");
        assertThat(walk.parcels(order)).containsExactly(ShipmentStatus.DELIVERED);
        walk.decide(order, "shipment-short", "CANCEL_REST");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk.pieces(order)).containsExactly(0, 1, 2);
        walk.allHolds();
    }

    @Test
    void aWarehouseThatNeverReportsAnythingCanBeClosed() {
        var order = walk.accepted(OrderMother.of(tea, 3));
        overdue(order);

        walk.decide(order, "parcel-overdue", "CLOSE_RESULT");
        walk.decide(order, "shipment-short", "CANCEL_REST");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        walk.allHolds();
    }

    @Test
    void aLateAnswerToAnEarlierRevisionNeverTouchesTheLaterOne() {
        var order = walk.dispatched(OrderMother.of(tea, 1));
        var parcel = walk.parcel(order).number();
        walk.acknowledge(parcel, false);
        walk.decide(order, "instruction-rejected", "RESEND");

        answer(order, 1, false);
        assertThat(walk.tasks(order)).isEmpty();
        answer(order, 1, true);
        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.INSTRUCTED);
        answer(order, 2, true);
        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.ACCEPTED);
        answer(order, 1, false);

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.ACCEPTED);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void aRejectionAfterTheAcceptanceIsSentAgain() {
        var order = walk.accepted(OrderMother.of(tea, 1));
        answer(order, 1, false);
        assertThat(walk.tasks(order)).containsExactly("acceptance-withdrawn");

        walk.decide(order, "acceptance-withdrawn", "RESEND");
        assertThat(walk.parcel(order).revision()).isEqualTo(2);
        answer(order, 2, false);
        assertThat(walk.tasks(order)).containsExactly("acceptance-withdrawn");
        walk.decide(order, "acceptance-withdrawn", "RESEND");
        answer(order, 3, true);
        walk.ship(walk.parcel(order).number());

        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk.tasks(order)).isEmpty();
        walk.allHolds();
    }

    @Test
    void aRejectionAfterTheAcceptanceGivesTheShipmentUp() {
        var order = walk.accepted(OrderMother.of(tea, 1));
        answer(order, 1, false);

        walk.decide(order, "acceptance-withdrawn", "CANCEL");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.parcels(order)).containsExactly(ShipmentStatus.CANCELLED);
        assertThat(walk.allocated(tea)).isZero();
        assertThat(walk.history(order)).doesNotContain("SHIPMENT_CANCELLED");
        walk.allHolds();
    }

    @Test
    void aWarehouseThatRejectedAfterTheAcceptanceMayShipAfterAll() {
        var kept = walk.accepted(OrderMother.of(tea, 1));
        answer(kept, 1, false);
        walk.decide(kept, "acceptance-withdrawn", "KEEP");
        assertThat(walk.parcel(kept).status()).isEqualTo(ShipmentStatus.ACCEPTED);
        var order = walk.accepted(OrderMother.of(tea, 1));
        answer(order, 1, false);

        walk.ship(walk.parcel(order).number());

        assertThat(walk.tasks(order)).isEmpty();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        walk.allHolds();
    }

    @Test
    void aDeliveryOfAParcelThatWasGivenUpFindsAPersonWithBothFacts() {
        var order = walk.shipped(OrderMother.of(tea, 2));
        walk.track(walk.parcel(order).number(), LOST);
        walk.decide(order, "delivery-trouble", "REFUND");
        assertThat(returned(order)).isEqualTo(2);

        walk.track(walk.parcel(order).number(), DELIVERED);

        assertThat(walk.task(order, "delivered-after-decision").reason().japanese())
                .contains("紛失", "配達したと報告");
        assertThat(walk.pieces(order)).containsExactly(0, 2, 0);
        walk.decide(order, "delivered-after-decision", "COLLECT", "返送をお願いした", Map.of());
        assertThat(walk.tasks(order)).contains("return-arrival");
        walk.allHolds();
    }

    @Test
    void theNumberThatTheCarrierUsesReplacesOneThatWasMistyped() {
        var order = walk.shipped(OrderMother.of(tea, 2));
        var parcel = walk.parcel(order);
        var right = parcel.trackingNumber() + "9";
        walk.tracking.record(List.of(new TrackingEvent(right, DELIVERED, walk.clock.instant(), "")));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);

        walk.assign(right, parcel.number().value(), String.valueOf(parcel.trackingNumber()));

        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk.parcel(order).trackingNumber()).isEqualTo(right);
        walk.allHolds();
    }

    @Test
    void aMistypedNumberIsReplacedHoweverItsHyphensAreWritten() {
        var order = walk.shipped(OrderMother.of(tea, 2));
        var parcel = walk.parcel(order);
        var mistyped = String.valueOf(parcel.trackingNumber());
        var right = mistyped + "9";
        walk.tracking.record(List.of(new TrackingEvent(right, DELIVERED, walk.clock.instant(), "")));

        walk.assign(right, parcel.number().value(), hyphens(mistyped));

        assertThat(walk.parcel(order).trackingNumber()).isEqualTo(right);
        walk.allHolds();
    }

    private void answer(OrderNumber order, int revision, boolean accepted) {
        var parcel = walk.parcel(order).number();
        walk.acknowledgements.record(List.of(new Acknowledgement(parcel, revision, accepted, "E1", "住所不備")));
        walk.settle(parcel);
    }

    private void overdue(OrderNumber order) {
        walk.testClock.advance(Duration.ofDays(30));
        walk.lookForOverdue();
        walk.settle(walk.parcel(order).number());
    }

    private int returned(OrderNumber order) {
        return walk.jdbc
                .sql("select sum(returned) from order_line where order_number = :order")
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    private static String hyphens(String number) {
        return number.substring(0, 3) + "-" + number.substring(3);
    }

    private void track(String number) {
        walk.tracking.record(List.of(new TrackingEvent(number, DELIVERED, walk.clock.instant(), "")));
    }

    private void ship(OrderNumber order, String tracking) {
        ship(order, tracking, walk.clock.instant());
    }

    private void ship(OrderNumber order, String tracking, Instant at) {
        var parcel = walk.parcel(order).number();
        walk.results.record(List.of(new ShipResult(parcel, "1", at, "YAMATO", tracking, walk.left(parcel, 99), true)));
        walk.settle(parcel);
    }

    private void report(OrderNumber order, String number, int pieces, boolean last) {
        var parcel = walk.parcel(order).number();
        walk.results.record(List.of(walk.result(parcel, number, goods(parcel, pieces), last)));
        walk.settle(parcel);
        walk.jobs.run(order);
    }

    private List<ResultLine> goods(ShipmentNumber parcel, int pieces) {
        return walk.left(parcel, pieces);
    }

    private void leaves(ShipmentNumber shipment, String result, String tracking, boolean last) {
        var line = new ResultLine(1, Sku.of(tea), 1, null, null);
        walk.results.record(List.of(
                new ShipResult(shipment, result, walk.clock.instant(), "YAMATO", tracking, List.of(line), last)));
    }
}
