package jp.otodoke.fulfilment;

import static jp.otodoke.fulfilment.TrackingEvent.Kind.DELIVERED;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.ModuleTest;
import jp.otodoke.fulfilment.ShipResult.ResultLine;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Sets of one tea and two cups of which the warehouse sends only a part at first. */
@ModuleTest
class SetTests {
    private final Walk walk;
    private String tea = "";
    private String cup = "";
    private String set = "";

    @Autowired
    SetTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void set() {
        walk.morning();
        tea = walk.article(10);
        cup = walk.article(20);
        set = walk.set(Map.of(tea, 1, cup, 2));
    }

    @Test
    void onlyTheMissingPartOfASetFollows() {
        var order = walk.accepted(OrderMother.of(set, 2));
        ship(order, Map.of(tea, 2, cup, 1));
        assertThat(walk.pieces(order)).containsExactly(2, 0, 0);
        assertThat(walk.allocated(tea)).isZero();
        assertThat(walk.allocated(cup)).isEqualTo(3);

        walk.decide(order, "shipment-short", "SHIP_REST");
        walk.wave();
        assertThat(inParcel(order)).isEqualTo(Map.of(cup, 3));
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());

        assertThat(walk.pieces(order)).containsExactly(0, 2, 0);
        assertThat(walk.onHand(tea)).isEqualTo(8);
        assertThat(walk.onHand(cup)).isEqualTo(16);
        walk.allHolds();
    }

    @Test
    void aSetOfWhichAPartHasLeftCountsAsShippedWhenItsRestIsCancelled() {
        var order = walk.accepted(OrderMother.of(set, 3));
        ship(order, Map.of(tea, 1, cup, 0));

        walk.decide(order, "shipment-short", "CANCEL_REST");

        assertThat(walk.pieces(order)).containsExactly(0, 1, 2);
        assertThat(walk.happened(order)).contains("SET_INCOMPLETE", "REST_CANCELLED");
        assertThat(walk.allocated(tea)).isZero();
        assertThat(walk.allocated(cup)).isZero();
        walk.track(walk.parcel(order).number(), DELIVERED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk.happened(order)).containsOnlyOnce("DELIVERED");
        walk.allHolds();
    }

    /** With much in stock allocation is left to the commit, where a need of no pieces must not arrive. */
    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void aPartThatWasLostIsSentOnceMoreWithoutThePartThatArrived(int moreInStock) {
        if (moreInStock > 0) {
            walk.receive(tea, moreInStock);
            walk.receive(cup, moreInStock);
        }
        var order = walk.accepted(OrderMother.of(set, 1));
        var first = walk.parcel(order).number();
        ship(order, Map.of(tea, 1, cup, 0));
        walk.decide(order, "shipment-short", "SHIP_REST");
        walk.wave();
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());
        walk.track(walk.parcel(order).number(), DELIVERED);
        walk.track(first, LOST);

        walk.decide(order, "delivery-trouble", "SEND_ANEW");
        assertThat(walk.pieces(order)).containsExactly(1, 0, 0);
        walk.wave();

        assertThat(inParcel(order)).isEqualTo(Map.of(tea, 1));
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());
        walk.track(walk.parcel(order).number(), DELIVERED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk.pieces(order)).containsExactly(0, 1, 0);
        walk.allHolds();
    }

    @Test
    void aSetThatIsEditedWhileAnOrderWaitsForStockStaysAsItWasSold() {
        var waiting = walk.set(Map.of(tea, 1, cup, 30));
        var order = walk.place(OrderMother.of(waiting, 1));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);

        edit(waiting, Map.of(tea, 2));
        walk.receive(cup, 10);
        walk.jobs.run(order);
        assertThat(walk.allocated(tea)).isEqualTo(1);
        assertThat(walk.allocated(cup)).isEqualTo(30);

        leaves(order, Map.of(tea, 1, cup, 30));
    }

    @Test
    void aSetThatIsEditedWhileAnOrderIsReadyStaysAsItWasSold() {
        var order = walk.place(OrderMother.of(set, 2));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);

        edit(set, Map.of(tea, 3));

        leaves(order, Map.of(tea, 2, cup, 4));
    }

    @Test
    void aSetThatIsEditedWhileAnOrderWaitsForPaymentStaysAsItWasSold() {
        var order = walk.place(OrderMother.of(set, 1).by(PaymentMethod.BANK_TRANSFER));
        edit(set, Map.of(tea, 3));

        walk.transfer(order, walk.order(order).totals().total().amount());

        leaves(order, Map.of(tea, 1, cup, 2));
    }

    @Test
    void aSetThatIsEditedAfterAPartHasLeftIsCompletedAsItWasSold() {
        var order = walk.accepted(OrderMother.of(set, 2));
        ship(order, Map.of(tea, 2, cup, 1));

        edit(set, Map.of(tea, 3));
        walk.decide(order, "shipment-short", "SHIP_REST");

        walk.wave();
        assertThat(walk.pieces(order)).containsExactly(2, 0, 0);
        leaves(order, Map.of(cup, 3));
    }

    @Test
    void aLostSetIsSentOnceMoreAsItWasSold() {
        var order = walk.shipped(OrderMother.of(set, 1));
        edit(set, Map.of(tea, 3));
        walk.track(walk.parcel(order).number(), LOST);

        walk.decide(order, "delivery-trouble", "SEND_ANEW");

        leaves(order, Map.of(tea, 1, cup, 2));
    }

    @Test
    void anOrderThatIsChangedKeepsItsSetsAsTheyWereSold() {
        var order = walk.place(OrderMother.of(set, 1));
        edit(set, Map.of(tea, 3));

        walk.change(order, 2);

        leaves(order, Map.of(tea, 2, cup, 4));
    }

    @Test
    void anOrderPlacedAfterwardsIsPackedOfWhatTheSetConsistsOfNow() {
        walk.place(OrderMother.of(set, 1));
        edit(set, Map.of(tea, 3));

        leaves(walk.place(OrderMother.of(set, 1)), Map.of(tea, 3));
    }

    private void edit(String changed, Map<String, Integer> components) {
        walk.given.product(ProductMother.set(components).coded(changed));
    }

    /** Goes with the next wave, if it hasn't yet, and is complete then. */
    private void leaves(OrderNumber order, Map<String, Integer> contents) {
        walk.wave();
        assertThat(inParcel(order)).isEqualTo(contents);
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        walk.allHolds();
    }

    private void ship(OrderNumber order, Map<String, Integer> pieces) {
        var parcel = walk.parcel(order).number();
        List<ResultLine> lines = walk.left(parcel, Integer.MAX_VALUE).stream()
                .map(l -> new ResultLine(
                        l.lineNo(),
                        l.itemCode(),
                        pieces.getOrDefault(l.itemCode().value(), 0),
                        null,
                        null))
                .toList();
        walk.results.record(List.of(walk.result(parcel, "1", lines, true)));
        walk.settle(parcel);
    }

    private Map<String, Integer> inParcel(OrderNumber order) {
        return walk
                .jdbc
                .sql("select sku, quantity from shipment_line where shipment_number = :s and kind = 'GOODS'")
                .param("s", walk.parcel(order).number().value())
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
