package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.mothers.ShipmentMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Two things at the same moment: whichever is first, the process and the order agree afterwards. */
@OtodokeTest
class RaceTests {
    private static final int ROUNDS = 5;

    private final Walk walk;
    private final RetryOnConflict retryOnConflict;
    private final RuntimeService runtime;

    @Autowired
    RaceTests(AutowireCapableBeanFactory beans, RetryOnConflict retryOnConflict, RuntimeService runtime) {
        this.walk = beans.createBean(Walk.class);
        this.retryOnConflict = retryOnConflict;
        this.runtime = runtime;
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
    void theLimitWaitsForADepositThatIsBeingBookedAndFindsIt() throws Exception {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.BANK_TRANSFER));
        var amount = walk.payment(order).charged().amount();
        walk.testClock.advance(Duration.ofDays(11));

        oneWaitsForTheOther(
                () -> walk.given.deposit(PaymentMother.transferFor(order, amount, walk.clock.today())),
                () -> runJobs(order));
        walk.jobs.run(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @RepeatedTest(ROUNDS)
    void anOrderIsEitherPaidOrGivenUpWhenDepositAndLimitMeet() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.BANK_TRANSFER));
        var amount = walk.payment(order).charged().amount();
        walk.testClock.advance(Duration.ofDays(11));

        together(
                () -> walk.given.deposit(PaymentMother.transferFor(order, amount, walk.clock.today())),
                () -> runJobs(order));
        walk.jobs.run(order);

        if (walk.status(order) == OrderStatus.CANCELLED) {
            assertThat(walk.payment(order).charged().isZero()).isTrue();
            assertThat(walk.alive(order)).isFalse();
        } else {
            assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
            assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        }
    }

    @RepeatedTest(ROUNDS)
    void aShipmentGoesOnAsShippedWhenCancellationAndShipResultMeet() {
        var order = walk.accepted(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        var result = walk.result(parcel, "1", walk.left(parcel, Integer.MAX_VALUE), true);

        var accepted =
                together(() -> walk.results.record(List.of(result)), () -> walk.cancel.request(order, "ご都合", "tester"));
        walk.settle(parcel);

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.SHIPPED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(standsAt(parcel)).contains("await-delivery");
        assertThat(walk.tasks(order))
                .as("asked what to do if the cancellation was accepted")
                .isEqualTo(accepted ? List.of("cancel-too-late") : List.of());
    }

    @Test
    void aParcelIsDeliveredWhoseDeliveryIsToldWhileItsShipResultIsBooked() throws Exception {
        var order = walk.accepted(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        var result = walk.result(parcel, "1", walk.left(parcel, Integer.MAX_VALUE), true);

        oneWaitsForTheOther(
                () -> walk.tracking.record(List.of(delivered(Walk.waybill(parcel)))),
                () -> walk.results.record(List.of(result)));
        walk.settle(parcel);

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void aShipmentIsDeliveredWhoseLastParcelsArriveAtTheSameMoment() throws Exception {
        var order = walk.accepted(OrderMother.of(walk.article(9), 2));
        var parcel = walk.parcel(order).number();
        walk.results.record(List.of(
                walk.result(parcel, "1", walk.left(parcel, 1), false),
                second(walk.result(parcel, "2", walk.left(parcel, 1), true))));
        walk.settle(parcel);

        oneWaitsForTheOther(
                () -> walk.tracking.record(List.of(delivered(Walk.waybill(parcel)))),
                () -> walk.tracking.record(List.of(delivered(Walk.waybill(parcel) + "2"))));
        walk.settle(parcel);

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.DELIVERED);
    }

    private TrackingEvent delivered(String waybill) {
        return new TrackingEvent(waybill, TrackingEvent.Kind.DELIVERED, walk.clock.instant(), "東京");
    }

    private static ShipResult second(ShipResult result) {
        return new ShipResult(
                result.shipmentNumber(),
                result.resultNo(),
                result.shippedAt(),
                result.carrier(),
                result.trackingNo() + "2",
                result.lines(),
                result.last());
    }

    @RepeatedTest(ROUNDS)
    void anOrderIsEitherHeldOrInTheWaveWhenHoldAndWaveMeet() {
        var order = walk.place(OrderMother.of(walk.article(9), 1));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);

        var held = together(walk::wave, () -> walk.changes.hold(order, "お客様の返事待ち", "tester"));
        walk.wave();

        assertThat(walk.parcels(order)).hasSize(held ? 0 : 1);
        assertThat(walk.order(order).onHold()).isEqualTo(held);
        assertThat(walk.tasks(order)).isEqualTo(held ? List.of("order-on-hold") : List.of());
        if (held) {
            walk.changes.release(order, "tester");
            walk.wave();
            assertThat(walk.parcels(order)).hasSize(1);
        }
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
    }

    @RepeatedTest(ROUNDS)
    void anOrderEndsWhenTheLastParcelArrivesAsItsRestIsCancelled() {
        var sku = walk.article(2);
        var order = walk.accepted(OrderMother.of(sku, 2));
        var parcel = walk.parcel(order).number();
        walk.shipShort(parcel, 1);
        walk.decide(order, "shipment-short", "SHIP_REST");
        var restWaits = walk.status(order);

        together(
                () -> walk.tracking.record(List.of(ShipmentMother.tracked(
                        parcel,
                        TrackingEvent.Kind.DELIVERED,
                        walk.clock.instant().plusSeconds(60)))),
                () -> walk.cancel.request(order, "ご都合", "tester"));
        walk.settle(parcel);

        assertThat(restWaits).isEqualTo(OrderStatus.READY);
        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(walk.alive(parcel)).isFalse();
        assertThat(standsAt(order)).containsExactly("await-settlement");
    }

    /** The second begins when the first is done but for its commit, for which it waits. */
    private void oneWaitsForTheOther(Runnable first, Runnable second) throws Exception {
        var done = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var one = CompletableFuture.runAsync(() -> walk.inTransaction(() -> {
            first.run();
            done.countDown();
            await(commit);
        }));
        await(done);
        var other = CompletableFuture.runAsync(() -> untilDone(second));
        Thread.sleep(500);
        assertThat(other).as("it looks at what the first has done").isNotDone();
        commit.countDown();
        CompletableFuture.allOf(one, other).get(30, TimeUnit.SECONDS);
    }

    /**
     * Does both at the same moment, each again after a conflict as its caller would.
     *
     * @return whether the second was accepted
     */
    private boolean together(Runnable first, Runnable second) {
        var start = new CyclicBarrier(2);
        var one = CompletableFuture.runAsync(() -> {
            await(start);
            untilDone(first);
        });
        var other = CompletableFuture.supplyAsync(() -> {
            await(start);
            try {
                untilDone(second);
                return true;
            } catch (Refusal refusal) {
                return false;
            }
        });
        one.join();
        return other.join();
    }

    /** As the executor does: a job that fails is tried again, unless its case has ended meanwhile. */
    private void runJobs(OrderNumber order) {
        for (int i = 0; ; i++) {
            try {
                walk.jobs.run(order);
                return;
            } catch (RuntimeException e) {
                if (i == 10) {
                    throw e;
                }
            }
        }
    }

    private void untilDone(Runnable work) {
        for (int i = 0; ; i++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!retryOnConflict.isConflict(e) || i == 10) {
                    throw e;
                }
            }
        }
    }

    private List<String> standsAt(Object key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(key)).list().stream()
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream())
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
