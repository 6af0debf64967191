package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.data.FollowUps;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A wave is worked on in slices by several workers; one bad order falls out and harms no other. */
@ModuleTest
class WaveTests {
    /** One more than the customers of a chunk, so that there are two slices. */
    private static final int MANY = 41;

    private final AutowireCapableBeanFactory beans;
    private final Walk walk;
    private final Corrupt corrupt;
    private final BeginWave beginWave;
    private final StopWave stopWave;
    private final Waves waves;
    private final WaveSlices slices;
    private final DueOrders dueOrders;
    private final ReleaseWave releaseWave;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    @Autowired
    WaveTests(
            AutowireCapableBeanFactory beans,
            Corrupt corrupt,
            BeginWave beginWave,
            StopWave stopWave,
            Waves waves,
            WaveSlices slices,
            DueOrders dueOrders,
            ReleaseWave releaseWave,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.beans = beans;
        this.walk = beans.createBean(Walk.class);
        this.corrupt = corrupt;
        this.beginWave = beginWave;
        this.stopWave = stopWave;
        this.waves = waves;
        this.slices = slices;
        this.dueOrders = dueOrders;
        this.releaseWave = releaseWave;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void morning() {
        walk.morning();
        walk.wave();
    }

    @AfterEach
    void allHolds() {
        corrupt.shipmentsAccepted();
        walk.allHolds();
    }

    @Test
    void severalWorkersReleaseEachOrderOnce() {
        var orders = ready(MANY);
        var wave = beginWave.byHand(WaveScope.ALL, "tester");
        var workers = Executors.newFixedThreadPool(3);

        var work = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(walk.runWaves::run, workers))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(work).join();
        workers.shutdown();
        walk.runWaves.run();

        assertThat(orders).allSatisfy(this::isReleasedOnce);
        assertThat(waves.get(wave))
                .returns(WaveState.DONE, Wave::state)
                .returns(MANY, Wave::ordersDue)
                .returns((long) MANY, Wave::released)
                .returns((long) MANY, Wave::shipments);
    }

    @Test
    void aWaveIsWorkedOnAsSoonAsItHasBegun() {
        var work = mock(RunWaves.class);
        var begin = new BeginWave(
                beans.getBean(JdbcClient.class),
                dueOrders,
                slices,
                beans.getBean(ShippingPolicy.class),
                events,
                beans.getBean(BusinessClock.class),
                beans.getBean(FollowUps.class),
                work);

        transaction.executeWithoutResult(status -> {
            begin.byHand(WaveScope.ALL, "tester");
            verifyNoInteractions(work);
        });

        verify(work).runNow();
        walk.runWaves.run();
    }

    @Test
    void noCarrierCollectsMoreForAParcelThanItsLimit() {
        var sku = walk.article(300);
        var first = walk.place(OrderMother.of(sku, 60).by(PaymentMethod.CASH_ON_DELIVERY));
        var customer = walk.order(first).customerNumber();
        var second = walk.place(
                OrderMother.of(sku, 35).by(PaymentMethod.CASH_ON_DELIVERY).from(customer));
        var third = walk.place(
                OrderMother.of(sku, 50).by(PaymentMethod.CASH_ON_DELIVERY).from(customer));

        wave();

        assertThat(walk.parcel(second).number()).isEqualTo(walk.parcel(first).number());
        assertThat(walk.parcel(third).number()).isNotEqualTo(walk.parcel(first).number());
        assertThat(walk.parcel(first).codAmount())
                .isEqualTo(walk.payment(first).open().plus(walk.payment(second).open()));
        assertThat(walk.parcel(third).codAmount()).isEqualTo(walk.payment(third).open());
    }

    @Test
    void theOrdersOfOneCustomerShipTogether() {
        var first = ready();
        var second = walk.place(
                OrderMother.of(walk.article(1), 1).from(walk.order(first).customerNumber()));

        wave();

        assertThat(walk.parcels(first)).hasSize(1);
        assertThat(walk.parcel(first).number()).isEqualTo(walk.parcel(second).number());
    }

    @Test
    void theProcessWaitsForTheLastSlice() {
        ready();
        walk.jobs.runTimed("ship-wave");
        var wave = waves.running().get(0);
        assertThat(wave).returns("SCHEDULED", Wave::trigger).returns("system", Wave::begunBy);
        assertThat(walk.alive("W" + wave.id())).isTrue();

        walk.runWaves.run();

        assertThat(walk.alive("W" + wave.id())).isFalse();
        assertThat(waves.get(wave.id()).state()).isEqualTo(WaveState.DONE);
    }

    @Test
    void aWaveWithNothingDueEnds() {
        var wave = wave();

        assertThat(waves.get(wave)).returns(WaveState.DONE, Wave::state).returns(0, Wave::ordersDue);
        assertThat(walk.alive("W" + wave)).isFalse();
    }

    @Test
    void anOrderThatCannotBeReleasedFallsOutWithATaskAndHarmsNoOther() {
        var orders = ready(4);
        var bad = orders.get(1);
        corrupt.shipmentsRefused(bad.value());

        var wave = wave();

        assertThat(orders).filteredOn(order -> !order.equals(bad)).allSatisfy(this::isReleasedOnce);
        assertThat(walk.status(bad)).isEqualTo(OrderStatus.READY);
        assertThat(walk.task(bad, "wave-order-failed").decisions()).containsExactly("RETRY", "HOLD", "CANCEL");
        assertThat(walk.task(bad, "wave-order-failed").reason().japanese())
                .contains(bad.value())
                .doesNotContain("Exception", "constraint", "SQL");
        assertThat(waves.get(wave)).returns(3L, Wave::released).returns(1L, Wave::failed);
    }

    @Test
    void ofOneCustomerOnlyTheBadOrderFallsOut() {
        var bad = ready();
        var good = walk.place(
                OrderMother.of(walk.article(1), 1).from(walk.order(bad).customerNumber()));
        corrupt.shipmentsRefused(bad.value());

        wave();

        isReleasedOnce(good);
        assertThat(walk.tasks(bad)).contains("wave-order-failed");
    }

    @Test
    void aWaveInWhichEveryOrderFailsStopsItself() {
        var orders = ready(25);
        corrupt.everyShipmentRefused();

        var wave = wave();

        assertThat(waves.get(wave))
                .returns(WaveState.STOPPED, Wave::state)
                .returns("system", Wave::endedBy)
                .returns(20L, Wave::failed);
        corrupt.shipmentsAccepted();
        orders.stream().filter(this::isExcluded).forEach(order -> walk.decide(order, "wave-order-failed", "RETRY"));
        wave();
        assertThat(orders).allSatisfy(this::isReleasedOnce);
    }

    @Test
    void anOrderThatFellOutIsLeftAloneByOtherWavesUntilItIsRetriedOnceTheCauseIsGone() {
        var bad = fallenOut();
        corrupt.shipmentsAccepted();
        wave();
        assertThat(walk.status(bad)).isEqualTo(OrderStatus.READY);

        walk.decide(bad, "wave-order-failed", "RETRY");

        isReleasedOnce(bad);
        assertThat(walk.tasks(bad)).doesNotContain("wave-order-failed");
        assertThat(isExcluded(bad)).isFalse();
    }

    @Test
    void aRetryThatFailsIsRefusedInAPlainSentenceAndLeavesTheTask() {
        var bad = fallenOut();

        assertThatThrownBy(() -> walk.decide(bad, "wave-order-failed", "RETRY"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.words().japanese()).contains(bad.value()));

        assertThat(walk.tasks(bad)).contains("wave-order-failed");
        assertThat(isExcluded(bad)).isTrue();
        corrupt.shipmentsAccepted();
        walk.decide(bad, "wave-order-failed", "RETRY");
        isReleasedOnce(bad);
    }

    @Test
    void anOrderThatFellOutIsHeldFromItsTaskAndShipsOnceItIsReleased() {
        var bad = fallenOut();

        walk.decide(bad, "wave-order-failed", "HOLD");
        assertThat(walk.status(bad)).isEqualTo(OrderStatus.ON_HOLD);
        corrupt.shipmentsAccepted();
        walk.decide(bad, "order-on-hold", "RELEASE");
        wave();

        isReleasedOnce(bad);
    }

    @Test
    void anOrderThatFellOutIsCancelledFromItsTask() {
        var bad = fallenOut();

        walk.decide(bad, "wave-order-failed", "CANCEL");

        assertThat(walk.status(bad)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.tasks(bad)).isEmpty();
    }

    @Test
    void aChangeElsewhereClosesTheTaskAndTheNextWaveReleasesTheOrder() {
        var bad = fallenOut();
        corrupt.shipmentsAccepted();

        walk.change(bad, 2);
        assertThat(walk.tasks(bad)).doesNotContain("wave-order-failed");
        wave();

        isReleasedOnce(bad);
    }

    @Test
    void anOrderCancelledElsewhereHasNoTaskLeft() {
        var bad = fallenOut();

        walk.cancel(bad);

        assertThat(walk.tasks(bad)).isEmpty();
        assertThat(isExcluded(bad)).isFalse();
    }

    @Test
    void whatAStoppedWaveDidNotReleaseRemainsDueForTheNextOne() {
        var orders = ready(2);
        var stopped = beginWave.byHand(WaveScope.ALL, "tester");
        stopWave.stop(stopped, "boss");
        walk.runWaves.run();
        assertThat(orders).allSatisfy(order -> assertThat(walk.status(order)).isEqualTo(OrderStatus.READY));
        assertThat(waves.get(stopped)).returns(WaveState.STOPPED, Wave::state).returns("boss", Wave::endedBy);
        assertThat(walk.alive("W" + stopped)).isFalse();
        assertThatThrownBy(() -> stopWave.stop(stopped, "boss")).isInstanceOf(Refusal.class);

        wave();

        assertThat(orders).allSatisfy(this::isReleasedOnce);
    }

    @Test
    void theSameWaveIsNotBegunTwiceAtOnce() {
        var wave = beginWave.byHand(WaveScope.ALL, "tester");

        assertThatThrownBy(() -> beginWave.byHand(WaveScope.ALL, "tester")).isInstanceOf(Refusal.class);

        stopWave.stop(wave, "tester");
    }

    @Test
    void theChunkOfAWorkerThatDiesIsReleasedByAnother() {
        var orders = ready(3);
        var wave = beginWave.byHand(WaveScope.ALL, "tester");
        transaction.executeWithoutResult(death -> {
            var slice = slices.take().orElseThrow();
            var customers = dueOrders.customers(slice.shipDate(), slice.customers(), MANY);
            slices.count(slice, releaseWave.release(dueOrders.lock(slice.shipDate(), customers), slice.scope()));
            slices.done(slice);
            death.setRollbackOnly();
        });

        walk.runWaves.run();

        assertThat(orders).allSatisfy(this::isReleasedOnce);
        assertThat(waves.get(wave).released()).isEqualTo(3);
    }

    @Test
    void aSliceThatSomebodyWorksOnIsLeftToHim() {
        var order = ready();
        beginWave.byHand(WaveScope.ALL, "tester");
        transaction.executeWithoutResult(working -> {
            assertThat(slices.take()).isPresent();
            CompletableFuture.runAsync(walk.runWaves::run).join();
            assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        });

        walk.runWaves.run();

        isReleasedOnce(order);
    }

    @Test
    void anOrderThatIsBeingHeldIsWaitedForAndNotReleased() {
        var order = ready();
        beginWave.byHand(WaveScope.ALL, "tester");

        var waving = new CompletableFuture<Void>();
        transaction.executeWithoutResult(holding -> {
            walk.changes.hold(order, "電話待ち", "tester");
            CompletableFuture.runAsync(walk.runWaves::run).whenComplete((done, fault) -> waving.complete(done));
        });
        waving.join();
        walk.runWaves.run();
        walk.jobs.run(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(walk.parcels(order)).isEmpty();
        assertThat(waves.running()).isEmpty();
    }

    @Test
    void aHoldThatComesAfterTheWaveIsRefused() {
        var order = ready();
        wave();

        assertThatThrownBy(() -> walk.changes.hold(order, "電話待ち", "tester")).isInstanceOf(Refusal.class);
    }

    @Test
    void aWaveForOneWarehousePassesOverOrdersOfAnother() {
        var tea = ready();
        var ice = walk.place(OrderMother.of(ice(), 1));

        var cool = wave(new WaveScope("COOL", null));
        isReleasedOnce(ice);
        assertThat(walk.status(tea)).isEqualTo(OrderStatus.READY);
        assertThat(waves.get(cool)).returns(1L, Wave::released).returns(1L, Wave::passedOver);

        wave(new WaveScope("MAIN", null));
        isReleasedOnce(tea);
    }

    @Test
    void ofAnOrderFromTwoWarehousesAWaveForOneReleasesItsShipmentAndTheNextTheRest() {
        var others = waves.due().dueToday();
        var order = walk.place(OrderMother.of(walk.article(1), 1).and(ice(), 1));

        wave(new WaveScope("COOL", null));
        assertThat(walk.shipments.ofOrder(order))
                .extracting(Shipment::warehouse)
                .containsExactly("COOL");
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(waves.due().dueToday()).isLessThanOrEqualTo(others + 1).isPositive();

        wave();
        assertThat(walk.shipments.ofOrder(order))
                .extracting(Shipment::warehouse)
                .containsExactlyInAnyOrder("COOL", "MAIN");
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
    }

    @Test
    void aWaveForOneCarrierReleasesWhatGoesWithIt() {
        var order = ready();

        wave(new WaveScope(null, "YAMATO"));

        isReleasedOnce(order);
        assertThat(walk.parcel(order).carrier()).isEqualTo("YAMATO");
    }

    @Test
    void aWaveForACarrierThatNothingGoesWithIsRefused() {
        assertThatThrownBy(() -> beginWave.byHand(new WaveScope(null, "NOBODY"), "tester"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatNoWaveHasReleasedIsSeen() {
        var others = waves.due();
        var order = ready();
        assertThat(waves.due())
                .returns(others.missed(), Waves.Due::missed)
                .returns(others.dueToday() + 1, Waves.Due::dueToday);

        walk.testClock.set("2026-11-27T07:00:00+09:00");
        assertThat(waves.due().missed()).isEqualTo(others.missed() + others.dueToday() + 1);

        wave();
        assertThat(waves.due().missed()).isLessThanOrEqualTo(others.missed() + others.dueToday());
        isReleasedOnce(order);
    }

    private boolean isExcluded(OrderNumber order) {
        return walk.jdbc
                .sql("select exists (select 1 from ship_wave_exclusion where order_number = ?)")
                .param(order.value())
                .query(Boolean.class)
                .single();
    }

    private OrderNumber fallenOut() {
        var order = ready();
        corrupt.shipmentsRefused(order.value());
        wave();
        assertThat(walk.tasks(order)).contains("wave-order-failed");
        return order;
    }

    private OrderNumber ready() {
        return ready(1).get(0);
    }

    private List<OrderNumber> ready(int orders) {
        var sku = walk.article(2 * orders);
        return IntStream.range(0, orders)
                .mapToObj(i -> walk.place(OrderMother.of(sku, 1)))
                .toList();
    }

    /** Kept in the other warehouse. */
    private String ice() {
        var ice = walk.given.product(ProductMother.tea().kept(Temperature.FROZEN));
        walk.given.stock(ice, Warehouse.of("COOL"), 5);
        return ice;
    }

    private long wave() {
        return wave(WaveScope.ALL);
    }

    private long wave(WaveScope scope) {
        var wave = beginWave.byHand(scope, "tester");
        walk.runWaves.run();
        return wave;
    }

    private void isReleasedOnce(OrderNumber order) {
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(walk.parcels(order)).hasSize(1);
        assertThat(walk.happened(order)).containsOnlyOnce("RELEASED");
    }
}
