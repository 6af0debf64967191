package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.ModuleTest;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What waits for stock in one warehouse leaves from another that the rules allow, if the goods come there. */
@ModuleTest
class StockElsewhereTests {
    private static final Warehouse COOL = Warehouse.of("COOL");

    private final Walk walk;
    private final FindPlannedShipments plans;
    private final AllocateOrder allocateOrder;
    private String cup = "";
    private String tea = "";

    @Autowired
    StockElsewhereTests(AutowireCapableBeanFactory beans, FindPlannedShipments plans, AllocateOrder allocateOrder) {
        this.allocateOrder = allocateOrder;
        this.walk = beans.createBean(Walk.class);
        this.plans = plans;
    }

    @BeforeEach
    void articles() {
        walk.morning();
        walk.wave();
        cup = walk.article(0);
        tea = walk.article(10);
    }

    @AfterEach
    void invariants() {
        walk.allHolds();
    }

    @Test
    void aPreOrderOfGoodsThatComeToAnotherWarehouseFirstLeavesFromThere() {
        var order = walk.place(OrderMother.of(cup, 2));
        var before = planned(order).get(0);
        assertThat(before.warehouse()).isEqualTo("MAIN");

        arrives(cup, COOL, 2);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(planned(order)).singleElement().satisfies(plan -> {
            assertThat(plan.warehouse()).isEqualTo("COOL");
            assertThat(plan.shipDay()).isEqualTo(LocalDate.of(2026, 11, 26));
        });
        assertThat(plans.find(before.number()).orElseThrow().cancelled()).isEqualTo(ShipmentPlan.Cancelled.REPLANNED);
        assertThat(walk.told(order, "WAREHOUSE_CHANGED", Locale.JAPANESE)).contains(cup, "冷蔵・冷凍倉庫", "本倉庫");
        walk.wave();
        assertThat(walk.parcel(order).warehouse()).isEqualTo("COOL");
    }

    @Test
    void goodsThatWereSoldOutInTheirOwnWarehouseLeaveFromTheOtherToo() {
        walk.given.stock(cup, 1);
        walk.place(OrderMother.of(cup, 1));
        var order = walk.place(OrderMother.of(cup, 2));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);

        arrives(cup, COOL, 5);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(planned(order)).extracting(ShipmentPlan::warehouse).containsExactly("COOL");
    }

    @Test
    void whatTheOwnWarehouseHasTooLittleOfLeavesFromTheOtherWhenItComesThere() {
        walk.given.stock(cup, 1);
        var order = walk.place(OrderMother.of(cup, 3));

        arrives(cup, COOL, 3);

        assertThat(planned(order)).extracting(ShipmentPlan::warehouse).containsExactly("COOL");
    }

    @Test
    void anOrderPlacedWhenOnlyTheOtherWarehouseHasTheGoodsLeavesFromThereAtOnce() {
        walk.given.stock(cup, 1);
        walk.place(OrderMother.of(cup, 1));
        walk.given.stock(cup, COOL, 5);

        var order = walk.place(OrderMother.of(cup, 2));

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(planned(order)).extracting(ShipmentPlan::warehouse).containsExactly("COOL");
    }

    @Test
    void nobodyOvertakesAnOlderOneThatWaitsForTheSameThere() {
        walk.given.stock(cup, COOL, 1);
        walk.place(OrderMother.of(cup, 1));
        var older = walk.place(OrderMother.of(cup, 3));
        assertThat(planned(older)).extracting(ShipmentPlan::warehouse).containsExactly("COOL");
        walk.given.stock(cup, 1);
        walk.place(OrderMother.of(cup, 1));
        var younger = walk.place(OrderMother.of(cup, 2));

        arrives(cup, COOL, 2);
        assertThat(walk.status(younger)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk.status(older)).isEqualTo(OrderStatus.AWAITING_STOCK);

        arrives(cup, COOL, 3);
        assertThat(walk.status(older)).isEqualTo(OrderStatus.READY);
        assertThat(walk.status(younger)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void onlyTheArticleThatCameElsewhereLeavesFromThere() {
        var order = walk.place(OrderMother.of(tea, 2).and(cup, 1));
        assertThat(planned(order)).hasSize(1);

        arrives(cup, COOL, 1);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(planned(order)).extracting(ShipmentPlan::warehouse).containsExactlyInAnyOrder("MAIN", "COOL");
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).hasSize(2);
    }

    @Test
    void whatWaitsForSomethingElseStaysWhereItWaits() {
        var spoon = walk.article(0);
        var order = walk.place(OrderMother.of(tea, 2).and(spoon, 1));

        arrives(tea, COOL, 50);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(planned(order)).extracting(ShipmentPlan::warehouse).containsExactly("MAIN");
    }

    @Test
    void frozenGoodsThatComeToTheMainWarehouseLeaveFromThereWhileTheOthersAreOnTheirWay() {
        var ice = walk.given.product(ProductMother.tea().kept(Temperature.FROZEN));
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 1));
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).hasSize(1);

        arrives(ice, Warehouse.MAIN, 1);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.wave();
        assertThat(walk.parcel(order).warehouse()).isEqualTo("MAIN");
        assertThat(walk.parcel(order).cool()).isEqualTo(CoolService.FROZEN);
    }

    @Test
    void anOrderOnHoldIsPlannedThereAndLeavesWhenItIsReleased() {
        var order = walk.place(OrderMother.of(cup, 1));
        walk.changes.hold(order, "確認", "佐藤");

        arrives(cup, COOL, 1);
        walk.wave();
        assertThat(walk.parcels(order)).isEmpty();

        walk.changes.release(order, "佐藤");
        walk.jobs.run(order);
        walk.wave();
        assertThat(walk.parcel(order).warehouse()).isEqualTo("COOL");
    }

    @Test
    void whoeverIsServedElsewhereLetsTheOthersHaveWhatTheirWarehouseHas() {
        walk.given.stock(cup, 2);
        var older = walk.place(OrderMother.of(cup, 3));
        var younger = walk.place(OrderMother.of(cup, 2));
        assertThat(walk.status(younger)).isEqualTo(OrderStatus.AWAITING_STOCK);

        arrives(cup, COOL, 3);
        walk.jobs.runAt("await-stock");

        assertThat(walk.status(older)).isEqualTo(OrderStatus.READY);
        assertThat(walk.status(younger)).isEqualTo(OrderStatus.READY);
        assertThat(planned(younger)).extracting(ShipmentPlan::warehouse).containsExactly("MAIN");
    }

    @Test
    void ofSeveralThatAreAllocatedAtOnceThoseMoveForWhichTheOlderOnesLeaveEnough() {
        walk.given.stock(cup, 1);
        walk.place(OrderMother.of(cup, 1));
        var first = walk.place(OrderMother.of(cup, 2));
        var second = walk.place(OrderMother.of(cup, 2));
        walk.given.stock(cup, COOL, 3);

        allocateOrder.allocate(List.of(first, second));

        assertThat(planned(first)).extracting(ShipmentPlan::warehouse).containsExactly("COOL");
        assertThat(planned(second)).extracting(ShipmentPlan::warehouse).containsExactly("MAIN");
    }

    @Test
    void aYoungerOneThatComesFirstLeavesAnOlderOneItsPieces() {
        soldOut();
        var older = walk.place(OrderMother.of(cup, 3));
        var younger = walk.place(OrderMother.of(cup, 3));
        walk.given.stock(cup, COOL, 4);

        walk.jobs.run(younger);
        assertThat(walk.status(younger)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(planned(younger)).extracting(ShipmentPlan::warehouse).containsExactly("MAIN");

        walk.jobs.run(older);
        assertThat(walk.status(older)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void aYoungerPreOrderThatComesFirstLeavesAnOlderOneItsPieces() {
        var older = walk.place(OrderMother.of(cup, 3));
        var younger = walk.place(OrderMother.of(cup, 3));
        walk.given.stock(cup, COOL, 4);

        walk.jobs.run(younger);
        walk.jobs.run(older);

        assertThat(walk.status(older)).isEqualTo(OrderStatus.READY);
        assertThat(walk.status(younger)).isEqualTo(OrderStatus.AWAITING_STOCK);
    }

    @Test
    void anOrderPlacedLaterDoesNotTakeElsewhereWhatAnOlderOneWaitsFor() {
        soldOut();
        var older = walk.place(OrderMother.of(cup, 3));
        arrives(cup, COOL, 2);

        var later = walk.place(OrderMother.of(cup, 2));

        assertThat(walk.status(older)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk.status(later)).isEqualTo(OrderStatus.AWAITING_STOCK);
    }

    @Test
    void onceAnOlderOneIsCancelledTheNextLeavesFromElsewhere() {
        soldOut();
        var older = walk.place(OrderMother.of(cup, 3));
        var younger = walk.place(OrderMother.of(cup, 2));
        arrives(cup, COOL, 2);
        assertThat(walk.status(younger)).isEqualTo(OrderStatus.AWAITING_STOCK);

        walk.cancel(older);

        assertThat(walk.status(younger)).isEqualTo(OrderStatus.READY);
        assertThat(planned(younger)).extracting(ShipmentPlan::warehouse).containsExactly("COOL");
    }

    @Test
    void onceAnOlderOneIsServedInItsOwnWarehouseTheNextLeavesFromElsewhere() {
        soldOut();
        var older = walk.place(OrderMother.of(cup, 3));
        var younger = walk.place(OrderMother.of(cup, 2));
        arrives(cup, COOL, 2);

        walk.receive(cup, 3);

        assertThat(planned(older)).extracting(ShipmentPlan::warehouse).containsExactly("MAIN");
        assertThat(walk.status(younger)).isEqualTo(OrderStatus.READY);
        assertThat(planned(younger)).extracting(ShipmentPlan::warehouse).containsExactly("COOL");
    }

    @Test
    void tenPiecesWakeTenOrdersHoweverManyWaitElsewhere() {
        var orders = IntStream.range(0, 15)
                .mapToObj(i -> walk.place(OrderMother.of(cup, 1)))
                .toList();

        arrives(cup, COOL, 10);

        assertThat(orders)
                .extracting(walk::status)
                .containsExactlyElementsOf(Stream.concat(
                                Collections.nCopies(10, OrderStatus.READY).stream(),
                                Collections.nCopies(5, OrderStatus.AWAITING_STOCK).stream())
                        .toList());
    }

    /** In its own warehouse. */
    private void soldOut() {
        walk.given.stock(cup, 1);
        walk.place(OrderMother.of(cup, 1));
    }

    private List<ShipmentPlan> planned(OrderNumber order) {
        return plans.ofOrder(order).stream()
                .filter(plan -> plan.cancelled() == null)
                .toList();
    }

    private void arrives(String sku, Warehouse warehouse, int pieces) {
        walk.given.stock(sku, warehouse, pieces);
        walk.jobs.runAt("await-stock");
    }
}
