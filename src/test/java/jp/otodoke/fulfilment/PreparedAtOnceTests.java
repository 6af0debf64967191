package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.RoundTrips;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.OrdersPlaced;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrders;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.PreparationFallback;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.workflow.PathMap;
import jp.otodoke.workflow.ProcessMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;

/** Orders that are prepared as they are placed go every way that those go which their processes prepare. */
@OtodokeTest
class PreparedAtOnceTests implements ReviewAndPaymentWalks, StockAndDayWalks {
    private final Walk walk;
    private final PlaceOrders placeOrders;
    private final ProcessMonitor monitor;
    private final ConfigurableApplicationContext context;

    @Autowired
    PreparedAtOnceTests(
            AutowireCapableBeanFactory beans,
            PlaceOrders placeOrders,
            ProcessMonitor monitor,
            ConfigurableApplicationContext context) {
        this.context = context;
        this.walk = beans.createBean(Walk.class);
        this.walk.given = walk.given.preparingAtOnce();
        this.placeOrders = placeOrders;
        this.monitor = monitor;
    }

    @Override
    public Walk walk() {
        return walk;
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @AfterEach
    void whatMustAlwaysBeTrueIsTrue() {
        walk.allHolds();
    }

    @Test
    void eachOrderOfAListStandsWhereItWaits() {
        var tea = walk.article(500);
        var scarce = walk.article(2);

        var orders = place(List.of(
                OrderMother.of(tea, 1),
                OrderMother.of(tea, 2).remarking("呼び鈴を鳴らさない"),
                OrderMother.of(tea, 3).by(PaymentMethod.BANK_TRANSFER),
                OrderMother.of(scarce, 3),
                OrderMother.of(tea, 4).requestedFor(walk.clock.today()),
                OrderMother.of(tea, 5)));

        assertThat(orders)
                .extracting(walk::status)
                .containsExactly(
                        OrderStatus.READY,
                        OrderStatus.IN_REVIEW,
                        OrderStatus.AWAITING_PAYMENT,
                        OrderStatus.AWAITING_STOCK,
                        OrderStatus.READY,
                        OrderStatus.READY);
        assertThat(orders)
                .extracting(this::step)
                .containsExactly(
                        "await-ship-day",
                        "review-order",
                        "await-payment",
                        "await-stock",
                        "date-unreachable",
                        "await-ship-day");
        assertThat(walk.allocated(tea)).isEqualTo(1 + 4 + 5);
        assertThat(jobsOf(orders.get(0)))
                .as("nothing is left to do before the ship day")
                .isZero();
    }

    @Test
    void whatWasDoneBeforeTheProcessStartedIsShownAsDone() {
        var tea = walk.article(500);
        var scarce = walk.article(2);

        var orders = place(List.of(
                OrderMother.of(tea, 1),
                OrderMother.of(scarce, 3),
                OrderMother.of(tea, 2).remarking("呼び鈴を鳴らさない")));

        assertThat(trail(orders.get(0)))
                .containsExactly("check-order", "secure-payment", "allocate-stock", "plan-ship-day", "await-ship-day*");
        assertThat(PathMap.of(monitor.path("order", orders.get(0).value())))
                .contains("\"order-received\"", "\"plan-ship-day\"", "\"here\":[\"await-ship-day\"]");
        assertThat(trail(orders.get(1)))
                .startsWith("check-order", "secure-payment", "allocate-stock")
                .doesNotContain("plan-ship-day");
        assertThat(trail(orders.get(2))).startsWith("check-order").doesNotContain("secure-payment");
    }

    @Test
    void ofAnOrderThatIsChangedTheStepsAreShownAgain() {
        var order = place(List.of(OrderMother.of(walk.article(500), 1))).get(0);

        walk.change(order, 3);

        assertThat(trail(order))
                .containsExactly(
                        "check-order",
                        "secure-payment",
                        "allocate-stock",
                        "plan-ship-day",
                        "await-ship-day",
                        "order-changed",
                        "check-order",
                        "secure-payment",
                        "allocate-stock",
                        "plan-ship-day",
                        "await-ship-day*");
    }

    /** The steps of the case in order; where it is now has an asterisk. */
    private List<String> trail(OrderNumber order) {
        return monitor.trail(monitor.path("order", order.value())).stream()
                .map(stop -> stop.step() + (stop.here() ? "*" : ""))
                .toList();
    }

    @Test
    void oneOfAListIsShippedLikeAnyOther() {
        var tea = walk.article(500);
        var orders = place(List.of(OrderMother.of(tea, 1), OrderMother.of(tea, 2)));

        walk.wave();
        orders.forEach(order ->
                walk.parcels(order).forEach(parcel -> assertThat(parcel).isEqualTo(ShipmentStatus.INSTRUCTED)));
        walk.acknowledge(walk.parcel(orders.get(0)).number(), true);
        walk.ship(walk.parcel(orders.get(0)).number());
        walk.track(walk.parcel(orders.get(0)).number(), TrackingEvent.Kind.DELIVERED);

        assertThat(walk.status(orders.get(0))).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk.status(orders.get(1))).isEqualTo(OrderStatus.DISPATCHED);
    }

    @Test
    void fiftyOrdersArePreparedWithFewQuestions() {
        var tea = walk.article(100_000);
        place(fifty(tea));
        var fifty = fifty(tea);
        var one = RoundTrips.of(() -> place(fifty.subList(0, 1)));
        var all = RoundTrips.of(() -> place(fifty));
        assertThat(one).hasSizeLessThan(40);
        assertThat(all).hasSizeLessThan(2 * one.size());
    }

    @Test
    void ordersThatLeaveInSeveralShipmentsArePreparedWithFewQuestions() {
        var tea = walk.article(100_000);
        var ice = walk.given.product(ProductMother.tea().kept(Temperature.FROZEN), 100_000);
        place(fifty(tea));
        var fifty = fifty(tea).stream().map(order -> order.and(ice, 1)).toList();
        var one = RoundTrips.of(() -> place(fifty.subList(0, 1)));
        var all = RoundTrips.of(() -> place(fifty));
        assertThat(one).hasSizeLessThan(40);
        assertThat(all).hasSizeLessThan(2 * one.size());
    }

    @Test
    void anOrderThatAStepOfThePreparationRefusesIsPlacedAndItsProcessPreparesIt() {
        var tea = walk.article(10);
        var refusing = GenericApplicationListener.forEventType(
                PayloadApplicationEvent.class, event -> refuse(event.getPayload()));
        context.addApplicationListener(refusing);
        try {
            var order = PreparationFallback.place(
                    preparation -> walk.placeOrder.place(OrderMother.of(tea, 1).build(), preparation));

            assertThat(walk.status(order.orderNumber())).isEqualTo(OrderStatus.RECEIVED);
            assertThat(jobsOf(order.orderNumber())).isOne();
        } finally {
            context.removeApplicationListener(refusing);
        }
    }

    private static void refuse(Object event) {
        if (event instanceof OrdersPlaced placed && placed.preparation() == Preparation.NOW) {
            throw Refusal.conflict("shipping.refused.unknown-warehouse", "TYPO");
        }
    }

    private List<OrderMother> fifty(String sku) {
        return IntStream.range(0, 50)
                .mapToObj(n -> OrderMother.of(sku, 2)
                        .from(walk.given.customer(CustomerMother.somebody()))
                        .withoutMail())
                .toList();
    }

    private List<OrderNumber> place(List<OrderMother> orders) {
        List<NewOrder> made = orders.stream().map(OrderMother::build).toList();
        return placeOrders.place(made, Preparation.NOW).stream()
                .map(placed -> placed.orRefuse().orderNumber())
                .toList();
    }

    private String step(OrderNumber order) {
        return walk.jdbc
                .sql(
                        """
                        select e.act_id_ from act_ru_execution i
                          join act_ru_execution e on e.proc_inst_id_ = i.id_ and e.act_id_ <> 'prepare'
                         where i.business_key_ = :order and i.parent_id_ is null
                           and i.root_proc_inst_id_ = i.id_ and e.is_active_
                        """)
                .param("order", order.value())
                .query(String.class)
                .list()
                .toString()
                .replaceAll("[\\[\\]]", "");
    }

    private long jobsOf(OrderNumber order) {
        return walk.jdbc
                .sql(
                        "select count(*) from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_ where i.business_key_ = :order")
                .param("order", order.value())
                .query(Long.class)
                .single();
    }
}
