package jp.otodoke.fulfilment;

import static jp.otodoke.fulfilment.CoolService.CHILLED;
import static jp.otodoke.fulfilment.CoolService.FROZEN;
import static jp.otodoke.fulfilment.CoolService.NONE;
import static jp.otodoke.fulfilment.TrackingEvent.Kind.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.ModuleTest;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Goods of one order that differ by warehouse, temperature or destination leave independently of each other. */
@ModuleTest
class PlannedShipmentTests {
    private static final Warehouse COOL = Warehouse.of("COOL");

    private final Walk walk;
    private final AllocateOrder allocateOrder;
    private String tea = "";
    private String ice = "";
    private String cheese = "";

    @Autowired
    PlannedShipmentTests(AutowireCapableBeanFactory beans, AllocateOrder allocateOrder) {
        this.allocateOrder = allocateOrder;
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void articles() {
        walk.morning();
        tea = walk.article(10);
        ice = walk.given.product(ProductMother.tea().kept(Temperature.FROZEN));
        cheese = walk.given.product(ProductMother.tea().kept(Temperature.CHILLED));
    }

    @AfterEach
    void invariants() {
        walk.allHolds();
    }

    @Test
    void ambientAndFrozenGoodsLeaveFromTheirOwnWarehouses() {
        walk.given.stock(ice, COOL, 5);

        var order = walk.dispatched(OrderMother.of(tea, 2).and(ice, 1));

        assertThat(walk.shipments.ofOrder(order))
                .extracting(Shipment::warehouse, Shipment::cool, this::contents)
                .containsExactlyInAnyOrder(tuple("MAIN", NONE, Map.of(tea, 2)), tuple("COOL", FROZEN, Map.of(ice, 1)));
    }

    @Test
    void chilledAndFrozenGoodsNeverShareAParcel() {
        walk.given.stock(ice, COOL, 5);
        walk.given.stock(cheese, COOL, 5);

        var order = walk.dispatched(OrderMother.of(ice, 1).and(cheese, 1));

        assertThat(walk.shipments.ofOrder(order))
                .extracting(Shipment::warehouse, Shipment::cool)
                .containsExactlyInAnyOrder(tuple("COOL", CHILLED), tuple("COOL", FROZEN));
    }

    @Test
    void goodsThatHaveOnlyBeenKeptInAnotherWarehouseLeaveFromThere() {
        walk.given.stock(ice, 5);

        var order = walk.dispatched(OrderMother.of(tea, 1).and(ice, 1));

        assertThat(walk.shipments.ofOrder(order))
                .extracting(Shipment::warehouse, Shipment::cool)
                .containsExactlyInAnyOrder(tuple("MAIN", NONE), tuple("MAIN", FROZEN));
    }

    @Test
    void whatHasItsStockLeavesWhileTheRestWaitsAndEachIsDeliveredByItself() {
        walk.given.stock(ice, COOL, 1);
        walk.place(OrderMother.of(ice, 1));
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);

        walk.wave();
        var ambient = only(order);
        assertThat(ambient.warehouse()).isEqualTo("MAIN");
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        walk.acknowledge(ambient.number(), true);
        walk.ship(ambient.number());
        walk.track(ambient.number(), DELIVERED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk.pieces(order)).containsExactly(3, 2, 0);

        arrives(ice, 3, order);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.wave();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
        var frozen = walk.parcel(order);
        assertThat(frozen.cool()).isEqualTo(FROZEN);
        walk.acknowledge(frozen.number(), true);
        walk.ship(frozen.number());
        walk.track(frozen.number(), DELIVERED);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk.pieces(order)).containsExactly(0, 5, 0);
        assertThat(walk.happened(order)).contains("PART_READY").containsOnlyOnce("READY");
    }

    @Test
    void theFirstMayStillBeOnItsWayWhenTheRestFollows() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        walk.wave();
        var ambient = only(order);

        arrives(ice, 3, order);
        walk.wave();
        var frozen = walk.parcel(order);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);

        for (var shipment : List.of(frozen, ambient)) {
            walk.acknowledge(shipment.number(), true);
            walk.ship(shipment.number());
        }
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        walk.track(frozen.number(), DELIVERED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        walk.track(ambient.number(), DELIVERED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void oneOfSeveralShipmentsCollectsTheCashAndTheOthersNothing() {
        walk.given.stock(ice, COOL, 5);

        var order = walk.dispatched(OrderMother.of(tea, 2).and(ice, 1));

        var total = walk.order(order).totals().total();
        assertThat(walk.shipments.ofOrder(order))
                .extracting(Shipment::paymentKind, Shipment::codAmount)
                .containsExactlyInAnyOrder(tuple(PaymentKind.COD, total), tuple(PaymentKind.PREPAID, Yen.ZERO));
    }

    @Test
    void whatFollowsLaterCollectsNothingAgain() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        walk.wave();
        assertThat(only(order).codAmount()).isEqualTo(walk.order(order).totals().total());

        arrives(ice, 3, order);
        walk.wave();

        assertThat(walk.parcel(order).paymentKind()).isEqualTo(PaymentKind.PREPAID);
    }

    @Test
    void aCancelledOrderGivesBackAtOnceWhatNoWarehouseHasAndTheRestWithItsAnswer() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        walk.wave();
        var ambient = only(order);

        assertThat(walk.cancel(order)).isEqualTo(RequestOrderCancel.Outcome.PENDING);
        assertThat(walk.pieces(order)).containsExactly(2, 0, 3);
        arrives(ice, 3, order);
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).hasSize(1);

        walk.answerCancel(ambient.number(), CancelResult.CANCELLED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.allocated(tea)).isZero();
        assertThat(walk.allocated(ice)).isZero();
    }

    @Test
    void ifTheWarehouseHasShippedOnlyTheRestIsCancelled() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        walk.wave();
        var ambient = only(order).number();
        walk.acknowledge(ambient, true);
        walk.cancel(order);

        walk.ship(ambient);
        walk.track(ambient, DELIVERED);

        assertThat(walk.pieces(order)).containsExactly(0, 2, 3);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void anOrderOfWhichAWarehouseHasAPartIsNotChanged() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        walk.wave();

        assertThatThrownBy(() -> walk.changes.change(
                        order,
                        new ChangeOrder.Changes(null, true, LocalDate.of(2026, 12, 5), null, null, null, null),
                        "tester"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aHeldOrderSendsNothingMore() {
        walk.given.stock(ice, COOL, 5);
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 1));
        walk.changes.hold(order, "確認", "tester");

        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).isEmpty();

        walk.changes.release(order, "tester");
        walk.jobs.run(order);
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).hasSize(2);
    }

    @Test
    void aShipmentThatTheWarehouseRejectsIsSentAnewWhileTheRestWaits() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        walk.wave();
        var first = only(order).number();
        walk.acknowledge(first, true);
        walk.shipShort(first, 1);
        walk.decide(order, "shipment-short", "SHIP_REST");

        walk.wave();

        assertThat(contents(walk.parcel(order))).isEqualTo(Map.of(tea, 1));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
    }

    @Test
    void aSetIsPackedOfWhatItsPartsNeed() {
        walk.given.stock(ice, COOL, 10);
        var set = walk.set(Map.of(tea, 1, ice, 2));

        var order = walk.dispatched(OrderMother.of(set, 2));

        assertThat(walk.shipments.ofOrder(order))
                .extracting(Shipment::warehouse, this::contents)
                .containsExactlyInAnyOrder(tuple("MAIN", Map.of(tea, 2)), tuple("COOL", Map.of(ice, 4)));
        walk.shipments.ofOrder(order).forEach(s -> walk.acknowledge(s.number(), true));
        walk.ship(walk.shipments.ofOrder(order).get(0).number());
        assertThat(walk.pieces(order)).containsExactly(2, 0, 0);
        walk.ship(walk.shipments.ofOrder(order).get(1).number());
        assertThat(walk.pieces(order)).containsExactly(0, 2, 0);
    }

    @Test
    void aSetOfWhichAnArticleWaitsHasNotShippedWithTheOthers() {
        var set = walk.set(Map.of(tea, 1, ice, 2));
        var order = walk.place(OrderMother.of(set, 2));
        walk.wave();
        var ambient = only(order);
        walk.acknowledge(ambient.number(), true);
        walk.ship(ambient.number());
        assertThat(walk.pieces(order)).containsExactly(2, 0, 0);

        arrives(ice, 4, order);
        walk.wave();
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());

        assertThat(contents(walk.parcel(order))).isEqualTo(Map.of(ice, 4));
        assertThat(walk.pieces(order)).containsExactly(0, 2, 0);
    }

    @Test
    void eachDestinationLeavesOnItsOwnDay() {
        var order = walk.place(OrderMother.of(tea, 1)
                .requestedFor(LocalDate.of(2026, 12, 10))
                .to("贈り先", CustomerMother.TOKYO)
                .and(tea, 2));

        walk.wave();
        assertThat(contents(only(order))).isEqualTo(Map.of(tea, 2));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);

        walk.testClock.set("2026-12-09T07:00:00+09:00");
        walk.wave();
        assertThat(contents(walk.parcel(order))).isEqualTo(Map.of(tea, 1));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
    }

    @Test
    void ordersForOneDoorShareAParcelOnlyFromOneWarehouseAtOneTemperature() {
        walk.given.stock(ice, COOL, 5);
        var first = walk.place(OrderMother.of(tea, 1).and(ice, 1));
        var customer = walk.order(first).customerNumber();
        var second = walk.place(OrderMother.of(ice, 2).from(customer));

        walk.wave();

        assertThat(walk.shipments.ofOrder(second)).singleElement().satisfies(s -> {
            assertThat(walk.ordersIn(s.number())).containsExactlyInAnyOrder(first, second);
            assertThat(s.cool()).isEqualTo(FROZEN);
        });
        assertThat(walk.shipments.ofOrder(first)).hasSize(2);
    }

    @Test
    void whatWaitsForStockDoesNotLeaveWithoutItWhenItWouldNowBeSentFromElsewhere() {
        var cup = walk.given.product(ProductMother.tea());
        walk.given.stock(cup, COOL, 1);
        walk.place(OrderMother.of(cup, 1));
        var order = walk.place(OrderMother.of(tea, 2).and(cup, 1));
        walk.given.stock(cup, 5);

        walk.wave();

        assertThat(walk.shipments.ofOrder(order)).extracting(this::contents).containsExactly(Map.of(tea, 2));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
    }

    @Test
    void whatIsPlannedAgainStillWaitsWhereItWaits() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        walk.given.stock(ice, 1);

        allocateOrder.planAgain(order);
        walk.wave();

        assertThat(walk.shipments.ofOrder(order)).extracting(this::contents).containsExactly(Map.of(tea, 2));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
    }

    private void arrives(String sku, int pieces, OrderNumber order) {
        walk.given.stock(sku, COOL, pieces);
        walk.jobs.runAt("await-stock");
        walk.jobs.run(order);
    }

    private Shipment only(OrderNumber order) {
        var all = walk.shipments.ofOrder(order);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Map<String, Integer> contents(Shipment shipment) {
        return walk
                .jdbc
                .sql("select sku, quantity from shipment_line where shipment_number = ? and kind = 'GOODS'")
                .param(shipment.number().value())
                .query((row, n) -> Map.entry(row.getString("sku"), row.getInt("quantity")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    }
}
