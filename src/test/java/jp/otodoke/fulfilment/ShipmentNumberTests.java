package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.otodoke.ModuleTest;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.fulfilment.ShipmentPlan.Cancelled;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.InsertMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A shipment has its number from when it is planned; where several merge the oldest survives. */
@ModuleTest
class ShipmentNumberTests {
    private static final Warehouse COOL = Warehouse.of("COOL");

    private final Walk walk;
    private final FindPlannedShipments plans;
    private String tea = "";
    private String ice = "";

    @Autowired
    ShipmentNumberTests(AutowireCapableBeanFactory beans, FindPlannedShipments plans) {
        this.walk = beans.createBean(Walk.class);
        this.plans = plans;
    }

    @BeforeEach
    void articles() {
        walk.morning();
        walk.wave();
        tea = walk.article(10);
        ice = walk.given.product(ProductMother.tea().kept(Temperature.FROZEN));
    }

    @AfterEach
    void invariants() {
        walk.allHolds();
    }

    @Test
    void aReadyOrdersShipmentHasTheNumberUnderWhichItLeaves() {
        var order = walk.place(OrderMother.of(tea, 2));
        var plan = plan(order);
        assertThat(plan)
                .returns(ShipmentStatus.PLANNED, ShipmentPlan::status)
                .returns(LocalDate.of(2026, 11, 26), ShipmentPlan::shipDay)
                .returns("MAIN", ShipmentPlan::warehouse);

        walk.wave();

        assertThat(numbers(order)).containsExactly(plan.number());
        assertThat(plans.ofOrder(order)).isEmpty();
        assertThat(plans.find(plan.number())).isEmpty();
    }

    @Test
    void aShipmentThatWaitsForItsStockHasItsNumberAndGetsItsDayWithTheGoods() {
        var order = walk.place(OrderMother.of(tea, 12));
        var plan = plan(order);
        assertThat(plan.shipDay()).isNull();

        walk.receive(tea, 2);
        walk.jobs.run(order);

        assertThat(plan(order))
                .returns(plan.number(), ShipmentPlan::number)
                .returns(LocalDate.of(2026, 11, 26), ShipmentPlan::shipDay);
        walk.wave();
        assertThat(numbers(order)).containsExactly(plan.number());
    }

    @Test
    void eachShipmentOfAnOrderKeepsItsNumberThoughTheyLeaveOnDifferentDays() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        var ambient = plans.ofOrder(order).get(0);
        var frozen = plans.ofOrder(order).get(1);
        assertThat(ambient.cool()).isEqualTo(CoolService.NONE);

        walk.wave();
        assertThat(numbers(order)).containsExactly(ambient.number());
        assertThat(plan(order)).isEqualTo(frozen);

        walk.given.stock(ice, COOL, 3);
        walk.jobs.runAt("await-stock");
        walk.jobs.run(order);
        walk.wave();
        assertThat(numbers(order)).containsExactly(ambient.number(), frozen.number());
    }

    @Test
    void shipmentsForOneDestinationMergeUnderTheOldestNumberAndTheOthersAreCancelledNamingIt() {
        var first = walk.place(OrderMother.of(tea, 1));
        var second = another(first, 2);
        var third = another(first, 3);
        var oldest = plan(first).number();
        var merged = plan(second).number();

        walk.wave();

        assertThat(List.of(numbers(first), numbers(second), numbers(third))).containsOnly(List.of(oldest));
        assertThat(plan(second))
                .returns(merged, ShipmentPlan::number)
                .returns(ShipmentStatus.CANCELLED, ShipmentPlan::status)
                .returns(oldest, ShipmentPlan::mergedInto);
        assertThat(plan(second).sentence().in(Locale.JAPANESE)).contains(oldest.value(), "まとめて");
        assertThat(plan(second).sentence().in(Locale.ENGLISH)).contains("left in shipment " + oldest);
        assertThat(walk.told(second, "SHIPMENT_MERGED", Locale.JAPANESE)).contains(merged.value(), oldest.value());
        assertThat(walk.happened(first)).doesNotContain("SHIPMENT_MERGED");
        assertThat(walk.ordersOf(merged.value())).containsExactly(second);
    }

    @Test
    void theOldestNumberSurvivesAlsoWhereItsOrderIsTheYounger() {
        var waiting = walk.place(OrderMother.of(tea, 1).requestedFor(LocalDate.of(2026, 12, 10)));
        var other = another(waiting, 2);
        var changed = plan(other).number();
        walk.changes.change(waiting, new ChangeOrder.Changes(null, true, null, null, null, null, null), "tester");
        walk.jobs.run(waiting);
        var kept = plan(waiting).number();
        assertThat(kept).isLessThan(changed);

        walk.wave();

        assertThat(numbers(other)).containsExactly(kept);
        assertThat(plan(other).mergedInto()).isEqualTo(kept);
    }

    @Test
    void shipmentsThatLeaveOnDifferentDaysKeepTheirNumbers() {
        var first = walk.place(OrderMother.of(tea, 1));
        var second = walk.place(OrderMother.of(tea, 2)
                .from(walk.order(first).customerNumber())
                .requestedFor(LocalDate.of(2026, 12, 10)));
        var later = plan(second).number();

        walk.wave();

        assertThat(numbers(first)).hasSize(1);
        assertThat(plan(second)).returns(later, ShipmentPlan::number).returns(null, ShipmentPlan::cancelled);
    }

    @Test
    void aChangedOrderKeepsTheNumbersOfWhatItStillSends() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 1));
        var both = plans.ofOrder(order);

        walk.changes.change(
                order,
                new ChangeOrder.Changes(
                        List.of(new NewOrder.Line(Sku.of(tea), 1, null, null, 0)), false, null, null, null, null, null),
                "tester");
        walk.jobs.run(order);

        assertThat(plans.ofOrder(order))
                .extracting(ShipmentPlan::number, ShipmentPlan::cancelled)
                .containsExactly(
                        tuple(both.get(0).number(), null), tuple(both.get(1).number(), Cancelled.REPLANNED));
        assertThat(plans.namedFor(order)).hasSize(1);
        walk.wave();
        assertThat(numbers(order)).containsExactly(both.get(0).number());
    }

    @Test
    void aCancelledOrderCancelsWhatWasPlannedForIt() {
        var order = walk.place(OrderMother.of(tea, 2));
        var planned = plan(order).number();

        walk.cancel(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(plans.find(planned)).get().returns(Cancelled.ORDER_CANCELLED, ShipmentPlan::cancelled);
    }

    @Test
    void theRestThatIsCancelledWhileAPartIsOnItsWayIsPlannedNoMore() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3));
        walk.wave();

        walk.cancel(order);

        assertThat(plan(order)).returns(Cancelled.ORDER_CANCELLED, ShipmentPlan::cancelled);
    }

    @Test
    void theFirstParcelOfACustomerIsTheOneThatLeavesFirstWhateverItsNumber() {
        walk.given.insertRule(InsertMother.forFirstOrders());
        var later = walk.place(OrderMother.of(tea, 1).requestedFor(LocalDate.of(2026, 12, 10)));
        var sooner = another(later, 2);
        walk.wave();
        walk.jobs.run(numbers(sooner).get(0).value());

        walk.testClock.set("2026-12-09T07:00:00+09:00");
        walk.wave();
        walk.jobs.run(numbers(later).get(0).value());

        assertThat(numbers(later).get(0)).isLessThan(numbers(sooner).get(0));
        assertThat(inserts(sooner)).isPositive();
        assertThat(inserts(later)).isZero();
    }

    private OrderNumber another(OrderNumber order, int quantity) {
        return walk.place(OrderMother.of(tea, quantity).from(walk.order(order).customerNumber()));
    }

    private ShipmentPlan plan(OrderNumber order) {
        var all = plans.ofOrder(order);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<ShipmentNumber> numbers(OrderNumber order) {
        return walk.shipments.ofOrder(order).stream().map(Shipment::number).toList();
    }

    private int inserts(OrderNumber order) {
        return walk.jdbc
                .sql(
                        "select count(*) from shipment_line where shipment_number = ? and kind = 'INSERT' and insert_rule is not null")
                .param(numbers(order).get(0).value())
                .query(Integer.class)
                .single();
    }
}
