package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.otodoke.ModuleTest;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A shipment that has its stock but can't meet its date is asked about at once, while others of its order wait. */
@ModuleTest
class UnreachableShipmentTests {
    private static final Warehouse COOL = Warehouse.of("COOL");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String TASK = "shipment-date-unreachable";

    private final Walk walk;
    private String tea = "";
    private String ice = "";

    @Autowired
    UnreachableShipmentTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
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
    void whatIsThereLeavesOnTheEarliestDayOnceAPersonAgreesAndTheRestWaitsOn() {
        var order = dated();
        assertThat(walk.task(order, TASK).reason().japanese()).contains(order.value(), "11/26");
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).isEmpty();

        walk.decide(order, TASK, "EARLIEST");

        assertThat(walk.tasks(order)).doesNotContain(TASK);
        assertThat(walk.happened(order)).contains("REQUESTED_DATE_CHANGED", "PART_READY");
        walk.wave();
        assertThat(walk.parcel(order).cool()).isEqualTo(CoolService.NONE);
        assertThat(walk.parcel(order).deliveryDate()).isNull();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        walk.given.stock(ice, COOL, 3);
        walk.jobs.run(order);
        assertThat(walk.tasks(order)).isEmpty();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void whoeverGivesItUpCancelsTheOrder() {
        var order = dated();

        walk.decide(order, TASK, "CANCEL");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.tasks(order)).isEmpty();
        assertThat(walk.allocated(tea)).isZero();
    }

    @Test
    void onlyTheShipmentThatMissesItsDateIsAskedAboutAndTheOthersGoOn() {
        var order = walk.place(OrderMother.of(tea, 1)
                .requestedFor(TODAY)
                .and(ice, 1)
                .to("贈り先", CustomerMother.TOKYO)
                .and(tea, 2));

        assertThat(walk.tasks(order)).containsExactly(TASK);
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).hasSize(1);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
    }

    @Test
    void theTaskEndsWhenTheOrderIsCancelledElsewhere() {
        var order = dated();

        walk.cancel(order);

        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void whenTheRestHasComeTheWholeOrderIsAskedAboutInItsPlace() {
        var order = dated();

        walk.given.stock(ice, COOL, 3);
        walk.jobs.run(order);

        assertThat(walk.tasks(order)).containsExactly("date-unreachable");
        walk.decide(order, "date-unreachable", "EARLIEST");
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).hasSize(2);
    }

    @Test
    void onHoldTheDecisionIsTakenAndTheGoodsLeaveWhenTheHoldIsReleased() {
        var order = dated();
        walk.changes.hold(order, "確認", "佐藤");

        walk.decide(order, TASK, "EARLIEST");
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).isEmpty();

        walk.changes.release(order, "佐藤");
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).hasSize(1);
    }

    @Test
    void aDateThatIsChangedAndMissedAgainIsAskedAboutAgain() {
        var order = dated();
        walk.decide(order, TASK, "EARLIEST");

        walk.changes.change(order, new ChangeOrder.Changes(null, true, TODAY, null, null, null, null), "tester");
        walk.jobs.run(order);

        assertThat(walk.tasks(order)).containsExactly(TASK);
    }

    private OrderNumber dated() {
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 3).requestedFor(TODAY));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk.tasks(order)).containsExactly(TASK);
        return order;
    }
}
