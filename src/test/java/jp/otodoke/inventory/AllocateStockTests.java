package jp.otodoke.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders that want the same article: nobody is promised a piece twice, and the older one comes first. */
@ModuleTest
class AllocateStockTests {
    private static final Instant EARLY = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(60);

    @Autowired
    AllocateStock allocate;

    @Autowired
    ReleaseStock release;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    Corrupt corrupt;

    @Autowired
    PlatformTransactionManager transactions;

    private String sku = "";
    private OrderNumber order = OrderNumber.of("T");

    @BeforeEach
    void names() {
        sku = "KEEP-" + UUID.randomUUID();
        order = OrderNumber.of("T" + UUID.randomUUID());
    }

    @Test
    void whereThereIsPlentyTheBalanceIsFreeUntilTheCommit() {
        have(1_000);

        own().executeWithoutResult(status -> {
            assertThat(allocate.allocate(order, EARLY, List.of(new Need(1, Sku.of(sku), 3))))
                    .isEmpty();
            apart().executeWithoutResult(
                            other -> jdbc.sql("select sku from stock_balance where sku = ? for update nowait")
                                    .param(sku)
                                    .query(String.class)
                                    .single());
        });

        assertThat(allocated()).isEqualTo(3);
        assertThat(allocated(order)).isEqualTo(3);
    }

    @Test
    void whatOthersTookBeforeTheCommitIsNotPromisedTwice() {
        have(200);

        assertThatThrownBy(() -> own().executeWithoutResult(status -> {
                    allocate.allocate(order, EARLY, List.of(new Need(1, Sku.of(sku), 50)));
                    apart().executeWithoutResult(other -> corrupt.onHand(sku, -160));
                }))
                .isInstanceOf(DeferredAllocation.TakenByOthers.class);

        assertThat(allocated()).isZero();
        assertThat(allocated(order)).isZero();
        assertThat(allocate.allocate(order, EARLY, List.of(new Need(1, Sku.of(sku), 50))))
                .containsEntry(Sku.of(sku), 10L);
        corrupt.onHand(sku, 160);
    }

    @Test
    void theLastPiecesGoToTheOlderOrder() {
        have(5);
        assertThat(allocate.allocate(OrderNumber.of("older" + order), EARLY, List.of(new Need(1, Sku.of(sku), 6))))
                .containsEntry(Sku.of(sku), 1L);

        assertThat(allocate.allocate(order, LATE, List.of(new Need(1, Sku.of(sku), 1))))
                .containsEntry(Sku.of(sku), 1L);
    }

    @Test
    void ofAListTheOldestAreServedAndTheOthersWaitInTheirOrder() {
        have(5);
        var second = OrderNumber.of("second" + order);
        var third = OrderNumber.of("third" + order);

        var missing = allocate.allocate(List.of(
                new Demand(order, EARLY, needs(4)),
                new Demand(second, EARLY.plusSeconds(1), needs(3)),
                new Demand(third, LATE, needs(1))));

        assertThat(missing).containsOnlyKeys(second, third);
        assertThat(missing.get(second)).containsEntry(Sku.of(sku), 2L);
        assertThat(allocated(order)).isEqualTo(4);
        assertThat(allocated()).isEqualTo(4);
    }

    @Test
    void whatOneOfAListLacksKeepsNobodyElseWaiting() {
        have(1_000);
        var rare = given.product(ProductMother.tea(), 1);
        var other = OrderNumber.of("other" + order);

        var missing = allocate.allocate(List.of(
                new Demand(other, EARLY, List.of(new Need(1, Sku.of(rare), 2), new Need(2, Sku.of(sku), 1))),
                new Demand(order, LATE, needs(3))));

        assertThat(missing).containsOnlyKeys(other);
        assertThat(allocated(order)).isEqualTo(3);
        assertThat(allocated()).isEqualTo(3);
    }

    @Test
    void listsThatCompeteForTheLastPiecesGetEachPieceOnce() {
        have(50);
        var rare = given.product(ProductMother.tea(), 50);

        var missing = IntStream.range(0, 8)
                .mapToObj(list -> CompletableFuture.supplyAsync(() -> allocate.allocate(IntStream.range(0, 10)
                        .mapToObj(n -> new Demand(
                                OrderNumber.of(list + "-" + n + order),
                                EARLY,
                                (list + n) % 2 == 0
                                        ? List.of(new Need(1, Sku.of(rare), 1), new Need(2, Sku.of(sku), 1))
                                        : List.of(new Need(1, Sku.of(sku), 1), new Need(2, Sku.of(rare), 1))))
                        .toList())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(missing.stream().mapToInt(Map::size).sum()).isEqualTo(8 * 10 - 50);
        assertThat(allocated()).isEqualTo(50);
    }

    private List<Need> needs(int quantity) {
        return List.of(new Need(1, Sku.of(sku), quantity));
    }

    @Test
    void piecesOfOneLineThatLeaveInTwoShipmentsAreAllocatedTogetherWhereThereIsPlenty() {
        have(1_000);

        assertThat(allocate.allocate(order, EARLY, inTwoShipments(2, 3))).isEmpty();

        assertThat(allocated(order)).isEqualTo(5);
        assertThat(allocated()).isEqualTo(5);
    }

    @Test
    void piecesOfOneLineThatLeaveInTwoShipmentsAreAllocatedTogetherWhereTheLastOnesGo() {
        have(5);

        assertThat(allocate.allocate(order, EARLY, inTwoShipments(2, 3))).isEmpty();

        assertThat(allocated(order)).isEqualTo(5);
        assertThat(allocated()).isEqualTo(5);
    }

    @Test
    void noShipmentOfALineWaitsForMoreThanItsShare() {
        have(0);
        allocate.allocate(order, EARLY, inTwoShipments(2, 3));

        release.releaseBeyond(order, inTwoShipments(2, 1));

        assertThat(jdbc.sql(
                                "select allocation_group, quantity from inventory_backorder_view where order_number = ? order by 1")
                        .param(order.value())
                        .query((row, n) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("first 2", "second 1");
    }

    private List<Need> inTwoShipments(int first, int second) {
        return List.of(
                new Need(1, Sku.of(sku), first, Warehouse.MAIN, "first"),
                new Need(1, Sku.of(sku), second, Warehouse.MAIN, "second"));
    }

    @Test
    void anOlderOrderThatWaitsIsNotPassedByOneThatSeesPlenty() {
        have(300);
        assertThat(allocate.allocate(OrderNumber.of("older" + order), EARLY, List.of(new Need(1, Sku.of(sku), 290))))
                .isEmpty();
        assertThat(allocate.allocate(order, LATE, List.of(new Need(1, Sku.of(sku), 11))))
                .containsEntry(Sku.of(sku), 1L);
        assertThat(allocate.allocate(
                        OrderNumber.of("young" + order), LATE.plusSeconds(1), List.of(new Need(1, Sku.of(sku), 1))))
                .containsEntry(Sku.of(sku), 1L);
    }

    @Test
    void oneTransactionAllocatesOneOrderAfterTheOtherAndReleasesWhatItAllocated() {
        have(500);

        own().executeWithoutResult(status -> {
            allocate.allocate(order, EARLY, List.of(new Need(1, Sku.of(sku), 2), new Need(2, Sku.of(sku), 3)));
            allocate.allocate(OrderNumber.of("second" + order), LATE, List.of(new Need(1, Sku.of(sku), 390)));
            release.release(order);
        });

        assertThat(allocated(order)).isZero();
        assertThat(allocated(OrderNumber.of("second" + order))).isEqualTo(390);
        assertThat(allocated()).isEqualTo(390);
    }

    @Test
    void aTransactionApartDoesNotKeepForTheOneItInterrupts() {
        have(1_000);

        own().executeWithoutResult(status -> {
            allocate.allocate(order, EARLY, List.of(new Need(1, Sku.of(sku), 3)));
            apart().executeWithoutResult(other -> release.release(OrderNumber.of("somebody else's")));
            status.setRollbackOnly();
        });

        assertThat(allocated(order)).isZero();
        assertThat(allocated()).isZero();
    }

    private TransactionTemplate own() {
        return new TransactionTemplate(transactions);
    }

    private TransactionTemplate apart() {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return apart;
    }

    private void have(int pieces) {
        given.product(ProductMother.tea().coded(sku), pieces);
    }

    private long allocated() {
        return jdbc.sql("select allocated from stock_balance where sku = ?")
                .param(sku)
                .query(Long.class)
                .single();
    }

    private long allocated(OrderNumber orderNumber) {
        return jdbc.sql("select coalesce(sum(quantity), 0) from stock_allocation where order_number = ?")
                .param(orderNumber.value())
                .query(Long.class)
                .single();
    }
}
