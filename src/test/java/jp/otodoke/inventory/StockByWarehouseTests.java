package jp.otodoke.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.inventory.RecordStockSnapshot.SnapshotRow;
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

/** Stock lies in a warehouse and is of a condition; each is counted and allocated by itself. */
@ModuleTest
class StockByWarehouseTests {
    private static final Warehouse COOL = Warehouse.of("COOL");
    private static final Instant EARLY = Instant.parse("2026-11-24T00:00:00Z");

    @Autowired
    AllocateStock allocate;

    @Autowired
    ReturnStock returns;

    @Autowired
    StockLevels levels;

    @Autowired
    RecordStockSnapshot snapshot;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Invariant> invariants;

    private final String prefix = UUID.randomUUID().toString();
    private Sku ice = Sku.of("x");
    private Sku tea = Sku.of("x");

    @BeforeEach
    void articles() {
        ice = Sku.of(given.product(ProductMother.tea().coded("ICE-" + UUID.randomUUID())));
        tea = Sku.of(given.product(ProductMother.tea().coded("TEA-" + UUID.randomUUID())));
    }

    @AfterEach
    void stockAddsUp() {
        assertThat(invariants.stream().filter(i -> i.name().startsWith("stock-")))
                .allSatisfy(i -> assertThat(i.violations()).as(i.name()).isZero());
    }

    @Test
    void theLevelIsTheSumOfAllWarehousesAndEachIsShown() {
        given.stock(ice.value(), 3);
        given.stock(ice.value(), COOL, 50);
        allocate.allocate(order(1), EARLY, List.of(need(1, ice, 2, COOL, "")));

        assertThat(levels.of(ice)).isEqualTo(new StockLevel(ice, 53, 2, 51, 0));
        assertThat(levels.in(COOL, List.of(ice))).containsExactly(new StockLevel(ice, 50, 2, 48, 0));
        assertThat(levels.byWarehouse(ice))
                .containsExactly(
                        new WarehouseLevel(COOL, 50, 2, 48, 0), new WarehouseLevel(Warehouse.MAIN, 3, 0, 3, 0));
    }

    @Test
    void whatLiesInAnotherWarehouseIsNotAllocatedAndItsArrivalServesNobodyHere() {
        given.stock(ice.value(), 10);

        assertThat(allocate.allocate(order(1), EARLY, List.of(need(1, ice, 4, COOL, ""))))
                .isEqualTo(Map.of(ice, 4L));
        given.stock(ice.value(), 10);
        assertThat(allocated(1)).isZero();

        given.stock(ice.value(), COOL, 4);
        assertThat(allocated(1)).isEqualTo(4);
        assertThat(levels.in(COOL, List.of(ice))).containsExactly(new StockLevel(ice, 4, 4, 0, 0));
    }

    @Test
    void aLineThatIsToLeaveFromAnotherWarehouseGivesBackWhatItHeldInTheFirst() {
        given.stock(ice.value(), 10);
        given.stock(ice.value(), COOL, 10);
        allocate.allocate(order(1), EARLY, List.of(need(1, ice, 4, Warehouse.MAIN, "")));

        allocate.allocate(order(1), EARLY, List.of(need(1, ice, 4, COOL, "")));

        assertThat(levels.byWarehouse(ice))
                .extracting(WarehouseLevel::warehouse, WarehouseLevel::allocated)
                .containsExactly(tuple(COOL, 4L), tuple(Warehouse.MAIN, 0L));
    }

    @Test
    void onlyGoodPiecesAreAllocated() {
        returns.returned(ice, COOL, StockCondition.OPENED, 5, "return/" + prefix);
        returns.returned(ice, COOL, StockCondition.DAMAGED, 5, "return/" + prefix);

        assertThat(allocate.allocate(order(1), EARLY, List.of(need(1, ice, 1, COOL, ""))))
                .isEqualTo(Map.of(ice, 1L));
        assertThat(levels.of(ice).onHand()).isZero();

        returns.returned(ice, COOL, StockCondition.GOOD, 1, "return/" + prefix);
        assertThat(allocated(1)).isEqualTo(1);
    }

    @Test
    void groupsOfAnOrderAreServedIndependently() {
        given.stock(tea.value(), 2);

        assertThat(allocate.allocate(
                        order(1), EARLY, List.of(need(1, tea, 2, Warehouse.MAIN, "a"), need(2, ice, 1, COOL, "b"))))
                .isEqualTo(Map.of(ice, 1L));
        assertThat(allocated(1)).isEqualTo(2);

        given.stock(ice.value(), COOL, 1);
        assertThat(allocated(1)).isEqualTo(3);
    }

    @Test
    void ofTwoGroupsThatWantTheSameTheFirstIsServedAndTheSecondWaitsForItsOwn() {
        given.stock(tea.value(), 5);

        assertThat(allocate.allocate(
                        order(1),
                        EARLY,
                        List.of(need(1, tea, 4, Warehouse.MAIN, "1"), need(2, tea, 3, Warehouse.MAIN, "2"))))
                .isEqualTo(Map.of(tea, 2L));
        assertThat(allocated(1)).isEqualTo(4);
        assertThat(allocate.allocate(order(2), EARLY.plusSeconds(1), List.of(need(1, tea, 1, Warehouse.MAIN, ""))))
                .isEqualTo(Map.of(tea, 1L));

        given.stock(tea.value(), 2);
        assertThat(allocated(1)).isEqualTo(7);
        assertThat(allocated(2)).isZero();
    }

    @Test
    void aCountIsComparedByWarehouseAndCondition() {
        given.stock(ice.value(), 100);
        given.stock(ice.value(), COOL, 10);

        snapshot.record(
                EARLY,
                COOL,
                List.of(
                        new SnapshotRow(ice, "L1", null, "GOOD", 5, 0),
                        new SnapshotRow(ice, "L2", null, "", 3, 0),
                        new SnapshotRow(ice, "L3", null, "DAMAGED", 2, 0)));

        assertThat(differences())
                .containsExactly(
                        Map.of("condition", "DAMAGED", "on_hand", 0L, "counted", 2L),
                        Map.of("condition", "GOOD", "on_hand", 10L, "counted", 8L));
    }

    private List<Map<String, Object>> differences() {
        return jdbc.sql(
                        """
                        select condition, on_hand, counted from stock_snapshot_difference
                         where sku = ? order by condition
                        """)
                .param(ice.value())
                .query()
                .listOfRows();
    }

    private static Need need(int line, Sku sku, int quantity, Warehouse warehouse, String group) {
        return new Need(line, sku, quantity, warehouse, group);
    }

    private OrderNumber order(int age) {
        return OrderNumber.of(prefix + age);
    }

    private long allocated(int age) {
        return jdbc.sql("select coalesce(sum(quantity), 0) from stock_allocation where order_number = ?")
                .param(order(age).value())
                .query(Long.class)
                .single();
    }
}
