package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.ModuleTest;
import jp.otodoke.inventory.BookStockDifferences;
import jp.otodoke.inventory.DifferenceDecisions;
import jp.otodoke.inventory.DifferenceDecisions.Why;
import jp.otodoke.inventory.RecordStockSnapshot;
import jp.otodoke.inventory.RecordStockSnapshot.SnapshotRow;
import jp.otodoke.inventory.StockDifference;
import jp.otodoke.inventory.StockDifferences;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A count finds fewer pieces than orders are allocated: a person has the youngest wait again, and books it. */
@ModuleTest
class WaitForStockAgainTests {
    private static final Instant COUNTED = Instant.parse("2026-11-25T00:00:00Z");

    /** Each count has a time of its own, or it would be the same again. */
    private static final AtomicInteger COUNTS = new AtomicInteger();

    private final Walk walk;
    private final RecordStockSnapshot snapshot;
    private final StockDifferences differences;
    private final BookStockDifferences book;
    private String tea = "";

    @Autowired
    WaitForStockAgainTests(
            AutowireCapableBeanFactory beans,
            RecordStockSnapshot snapshot,
            StockDifferences differences,
            BookStockDifferences book) {
        this.walk = beans.createBean(Walk.class);
        this.snapshot = snapshot;
        this.differences = differences;
        this.book = book;
    }

    @BeforeEach
    void morning() {
        walk.morning();
        tea = walk.article(9);
    }

    @AfterEach
    void allHolds() {
        walk.allHolds();
    }

    @Test
    void theYoungestOrdersWaitAgainAndTheirPiecesAreBookedAway() {
        var oldest = three();
        var middle = three();
        var youngest = three();

        var answer = countedAndWithdrawn(4);

        assertThat(answer.left()).isEmpty();
        assertThat(answer.withdrawn()).containsExactlyInAnyOrder(middle, youngest);
        assertThat(walk.onHand(tea)).isEqualTo(4);
        assertThat(walk.allocated(tea)).isEqualTo(3);
        assertThat(walk.status(oldest)).isEqualTo(OrderStatus.READY);
        assertThat(walk.status(middle)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk.status(youngest)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk.happened(youngest)).contains("ALLOCATION_WITHDRAWN");
    }

    @Test
    void whoWaitsAgainIsServedByAgeWhenStockComes() {
        three();
        var middle = three();
        var youngest = three();
        countedAndWithdrawn(4);
        walk.jobs.run(middle);
        walk.jobs.run(youngest);

        walk.receive(tea, 3);

        assertThat(walk.status(middle)).isEqualTo(OrderStatus.READY);
        assertThat(walk.status(youngest)).isEqualTo(OrderStatus.AWAITING_STOCK);
        walk.receive(tea, 3);
        assertThat(walk.status(youngest)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void whoseGoodsTheWarehouseHasBeenToldToSendLosesNothing() {
        var dispatched = walk.dispatched(OrderMother.of(tea, 3));

        var answer = countedAndWithdrawn(1);

        assertThat(answer.withdrawn()).isEmpty();
        assertThat(answer.left()).singleElement().satisfies(left -> {
            assertThat(left.why()).isEqualTo(Why.ALLOCATED);
            assertThat(left.text().japanese()).contains("倉庫が出荷中の受注の引当は外せず");
        });
        assertThat(walk.status(dispatched)).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(walk.onHand(tea)).isEqualTo(9);
    }

    private OrderNumber three() {
        return walk.place(OrderMother.of(tea, 3));
    }

    private DifferenceDecisions countedAndWithdrawn(long pieces) {
        snapshot.record(
                COUNTED.plusSeconds(COUNTS.incrementAndGet()),
                Warehouse.MAIN,
                List.of(new SnapshotRow(Sku.of(tea), null, null, "GOOD", pieces, 0)));
        var open = new StockDifferences.Filter(StockDifference.State.OPEN, null, null, tea);
        return book.book(List.of(differences.list(open, null, 0, 1).get(0).id()), "棚卸", false, true, "hanako");
    }
}
