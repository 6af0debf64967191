package jp.otodoke.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.BareRows;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes free goes to whoever waits for it: the oldest first, whole, each piece once, and nobody misses it. */
@ModuleTest
@RecordApplicationEvents
class BackorderTests {
    private static final Instant EARLY = Instant.parse("2026-11-24T00:00:00Z");
    private static final Warehouse COOL = Warehouse.of("COOL");
    private static final Warehouse NORTH = Warehouse.of("NORTH");

    @Autowired
    AllocateStock allocate;

    @Autowired
    ReleaseStock release;

    @Autowired
    ReturnStock returns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    PlatformTransactionManager transactions;

    private final String prefix = UUID.randomUUID().toString();
    private String tea = "";
    private String cup = "";

    @BeforeEach
    void articles() {
        tea = article("TEA-");
        cup = article("CUP-");
    }

    @AfterEach
    void stockAddsUp() {
        assertThat(invariants.stream().filter(i -> i.name().startsWith("stock-")))
                .allSatisfy(i -> assertThat(i.violations()).as(i.name()).isZero());
    }

    @Test
    void anArrivalGoesToTheOldestOrdersWholeAndWakesOnlyThem(ApplicationEvents events) {
        waits(1, need(1, tea, 2));
        waits(2, need(1, tea, 1), need(2, tea, 2));
        waits(3, need(1, tea, 3));
        waits(4, need(1, tea, 1));

        given.stock(tea, 7);

        assertThat(events.stream(BackordersAllocated.class)).containsExactly(new BackordersAllocated(orders(1, 2)));
        assertThat(allocated(1)).isEqualTo(2);
        assertThat(allocated(2)).isEqualTo(3);
        assertThat(allocated(3)).isZero();
        assertThat(allocated(4)).isZero();
    }

    @Test
    void tenPiecesForManyWaitingOrdersCostTenAllocations(ApplicationEvents events) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> BareRows.waiting(jdbc, tea, 2_000, EARLY));

        given.stock(tea, 10);

        assertThat(events.stream(BackordersAllocated.class)
                        .mapToInt(e -> e.orderNumbers().size()))
                .containsExactly(10);
        release.release(OrderNumber.of(tea + "-W000001"));
        assertThat(allocated(OrderNumber.of(tea + "-W000011"))).isEqualTo(1);
    }

    @Test
    void anOrderThatLacksAnotherArticleIsNotOvertakenAndIsServedWhenThatComes() {
        waits(1, need(1, tea, 2), need(2, cup, 1));
        waits(2, need(1, tea, 1));
        given.stock(tea, 2);
        assertThat(allocated(1)).isZero();
        assertThat(allocated(2)).isZero();

        given.stock(tea, 1);
        assertThat(allocated(1)).isZero();
        assertThat(allocated(2)).isEqualTo(1);

        given.stock(cup, 1);
        assertThat(allocated(1)).isEqualTo(3);
    }

    @Test
    void anOrderThatWaitedBeforeLinesWereKeptIsServedAndGetsItsLineFromItsProcess() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> BareRows.waitingWithoutLine(jdbc, order(1).value(), tea, 2, EARLY));
        waits(2, need(1, tea, 1));

        given.stock(tea, 2);
        assertThat(allocated(1)).isEqualTo(2);

        assertThat(allocate.allocate(order(1), EARLY, List.of(need(1, tea, 2)))).isEmpty();
        assertThat(allocated(1)).isEqualTo(2);
        assertThat(allocated(2)).isZero();
        assertThat(jdbc.sql("select line_no from stock_allocation where order_number = ?")
                        .param(order(1).value())
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }

    @Test
    void aSuspendedOldOrderHoldsOnlyTheArticlesThatItWants() {
        waits(1, need(1, tea, 1), need(2, cup, 5));
        waits(2, need(1, cup, 1));
        waits(3, need(1, tea, 1));

        given.stock(tea, 2);

        assertThat(allocated(3)).isEqualTo(1);
        assertThat(allocated(2)).isZero();
    }

    @Test
    void whatACancelledOrderHeldOrWaitedForGoesToTheNext() {
        given.stock(tea, 2);
        assertThat(allocate.allocate(order(1), EARLY, List.of(need(1, tea, 2)))).isEmpty();
        waits(2, need(1, tea, 5));
        waits(3, need(1, tea, 2));

        release.release(order(1));
        assertThat(allocated(2)).isZero();
        assertThat(allocated(3)).isZero();

        release.release(order(2));
        assertThat(allocated(3)).isEqualTo(2);
    }

    @Test
    void whoseRestIsCancelledNoLongerWaitsForIt() {
        waits(1, need(1, tea, 5), need(2, cup, 1));
        waits(2, need(1, tea, 1));
        given.stock(tea, 1);
        given.stock(cup, 1);

        release.releaseBeyond(order(1), List.of(need(2, cup, 1)));

        assertThat(allocated(1)).isEqualTo(1);
        assertThat(allocated(2)).isEqualTo(1);
        release.releaseBeyond(order(1), List.of());
        assertThat(allocated(1)).isZero();
    }

    @Test
    void returnedGoodsGoToWhoWaits() {
        waits(1, need(1, tea, 1));

        returns.returned(Sku.of(tea), Warehouse.MAIN, StockCondition.GOOD, 1, "return/" + prefix);
        returns.returned(Sku.of(tea), Warehouse.MAIN, StockCondition.GOOD, 1, "return/" + prefix);

        assertThat(allocated(1)).isEqualTo(1);
    }

    @Test
    void anOrderThatIsServedFindsItsAllocationWhenItsProcessAsksAgain() {
        waits(1, need(1, tea, 2));
        given.stock(tea, 200);

        assertThat(allocate.allocate(order(1), EARLY.plusSeconds(1), List.of(need(1, tea, 2))))
                .isEmpty();

        assertThat(allocated(1)).isEqualTo(2);
    }

    /** Before the first arrival there was no balance to lock, so each missed the other. */
    @Test
    void whoBeginsToWaitDuringTheFirstArrivalIsServedByIt() {
        var arrival = new CompletableFuture<Void>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            waits(1, need(1, tea, 1));
            arrival.completeAsync(() -> {
                given.stock(tea, 1);
                return null;
            });
            waitForTheLock();
        });
        arrival.join();

        assertThat(allocated(1)).isEqualTo(1);
    }

    @Test
    void arrivalsAndCancelsAtOnceGiveEachPieceOnceAndLeaveNoneBehind() {
        IntStream.rangeClosed(1, 40).forEach(n -> waits(n, need(1, tea, 1)));
        var start = new CountDownLatch(1);
        var all = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> CompletableFuture.runAsync(() -> {
                    await(start);
                    if (n % 2 == 0) {
                        given.stock(tea, 2);
                    } else {
                        release.release(order(n));
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);

        start.countDown();
        CompletableFuture.allOf(all).join();

        assertThat(jdbc.sql("select allocated from stock_balance where sku = ?")
                        .param(tea)
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
        assertThat(jdbc.sql("select count(*) from backorder where sku = ?")
                        .param(tea)
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
    }

    private void waitForTheLock() {
        while (jdbc.sql("select count(*) from pg_locks where not granted and pid <> pg_backend_pid()")
                        .query(Long.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String article(String start) {
        return given.product(ProductMother.tea().coded(start + UUID.randomUUID()));
    }

    @Test
    void tenPiecesElsewhereWakeTenOfManyThatWaitAndNobodyAgainWhenTheseAreServed(ApplicationEvents events) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> BareRows.waiting(jdbc, tea, 2_000, EARLY, "COOL"));

        given.stock(tea, COOL, 10);
        var woken = elsewhere(events);
        woken.forEach(
                order -> allocate.allocate(order, EARLY, List.of(need(1, tea, 1).from(COOL))));

        assertThat(woken).hasSize(10);
        assertThat(woken).allSatisfy(order -> assertThat(allocated(order)).isEqualTo(1));
        assertThat(elsewhere(events)).isEqualTo(woken);
    }

    @Test
    void onceAnOlderOneIsServedInOneOfTwoOtherWarehousesTheNextIsWokenForTheOther(ApplicationEvents events) {
        var needs = new Need(1, Sku.of(tea), 2, Warehouse.MAIN, "", List.of(COOL, NORTH));
        waits(1, needs);
        waits(2, needs);
        given.stock(tea, COOL, 2);
        given.stock(tea, NORTH, 2);
        assertThat(elsewhere(events)).containsOnly(order(1));

        allocate.allocate(order(1), EARLY.plusSeconds(1), List.of(needs.from(COOL)));

        assertThat(elsewhere(events)).contains(order(2));
    }

    @Test
    void partsThatWaitTogetherAgainWaitOnceWhileAnotherPartWaitsOn() {
        waits(1, part(2, "1"), part(1, "2"), part(2, "3"));

        allocate.waitTogether(
                order(1), EARLY.plusSeconds(1), List.of(part(3, "2")), Set.of("2", "3"), List.of(part(2, "1")));

        assertThat(jdbc.sql(
                                "select allocation_group || ':' || quantity from backorder where order_number = ? order by 1")
                        .param(order(1).value())
                        .query(String.class)
                        .list())
                .containsExactly("1:2", "2:3");
    }

    private Need part(int quantity, String group) {
        return new Need(1, Sku.of(tea), quantity, Warehouse.MAIN, group);
    }

    private static List<OrderNumber> elsewhere(ApplicationEvents events) {
        return events.stream(StockElsewhere.class)
                .flatMap(event -> event.orderNumbers().stream())
                .toList();
    }

    private static Need need(int line, String sku, int quantity) {
        return new Need(line, Sku.of(sku), quantity);
    }

    /** The order of this age begins to wait. */
    private void waits(int age, Need... needs) {
        assertThat(allocate.allocate(order(age), EARLY.plusSeconds(age), List.of(needs)))
                .isNotEmpty();
    }

    private OrderNumber order(int age) {
        return OrderNumber.of("%s-%03d".formatted(prefix, age));
    }

    private List<OrderNumber> orders(int... ages) {
        return IntStream.of(ages).mapToObj(this::order).toList();
    }

    private long allocated(int age) {
        return allocated(order(age));
    }

    private long allocated(OrderNumber order) {
        return jdbc.sql("select coalesce(sum(quantity), 0) from stock_allocation where order_number = ?")
                .param(order.value())
                .query(Long.class)
                .single();
    }
}
