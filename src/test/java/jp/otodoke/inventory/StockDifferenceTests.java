package jp.otodoke.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.otodoke.ModuleTest;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.inventory.DifferenceDecisions.Left;
import jp.otodoke.inventory.DifferenceDecisions.Why;
import jp.otodoke.inventory.RecordStockSnapshot.SnapshotRow;
import jp.otodoke.inventory.StockDifference.State;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A person books what a warehouse counted otherwise than the ledger, or dismisses it. */
@ModuleTest
class StockDifferenceTests {
    private static final Instant COUNTED = Instant.parse("2026-11-24T00:00:00Z");

    @Autowired
    RecordStockSnapshot snapshot;

    @Autowired
    StockDifferences differences;

    @Autowired
    BookStockDifferences book;

    @Autowired
    DismissStockDifferences dismiss;

    @Autowired
    AllocateStock allocate;

    @Autowired
    StockLevels levels;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask complete;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<Invariant> invariants;

    private final String prefix = UUID.randomUUID().toString();
    private final Warehouse warehouse = Warehouse.of("W-" + prefix);
    private Sku tea = Sku.of("x");
    private Sku ice = Sku.of("x");

    @BeforeEach
    void articles() {
        tea = Sku.of(given.product(ProductMother.tea().coded("TEA-" + UUID.randomUUID())));
        ice = Sku.of(given.product(ProductMother.tea().coded("ICE-" + UUID.randomUUID())));
    }

    @AfterEach
    void stockAddsUp() {
        assertThat(invariants.stream().filter(i -> i.name().startsWith("stock-")))
                .allSatisfy(i -> assertThat(i.violations()).as(i.name()).isZero());
    }

    @Test
    void aBookedDifferenceIsAnAdjustmentThatKeepsItsReasonAndTheLastOneClosesTheTask() {
        given.stock(tea.value(), warehouse, 10);
        given.stock(ice.value(), warehouse, 5);
        counted(COUNTED, good(tea, 8), good(ice, 6));
        assertThat(openTasks()).isEqualTo(1);

        assertThat(book.book(List.of(only(tea).id()), " 棚卸 ", false, "hanako").left())
                .isEmpty();
        assertThat(openTasks()).isEqualTo(1);
        book.book(List.of(only(ice).id()), "棚卸", false, "hanako");

        assertThat(openTasks()).isZero();
        assertThat(onHand(tea)).isEqualTo(8);
        assertThat(only(tea))
                .extracting(StockDifference::state, StockDifference::reason, StockDifference::decidedBy)
                .containsExactly(State.BOOKED, "棚卸", "hanako");
        assertThat(adjustments(tea)).containsExactly(-2L);
        assertThat(adjustments(ice)).containsExactly(1L);
    }

    @Test
    void goodPiecesThatComeToLightGoToTheOldestWaitingOrders() {
        given.stock(tea.value(), warehouse, 1);
        allocate.allocate(order(1), COUNTED, List.of(need(2)));
        allocate.allocate(order(2), COUNTED.plusSeconds(1), List.of(need(2)));
        counted(COUNTED, good(tea, 3));

        book.book(List.of(only(tea).id()), "棚卸", false, "hanako");

        assertThat(allocated(1)).isEqualTo(2);
        assertThat(allocated(2)).isZero();
    }

    @Test
    void aDifferenceIsBookedOnceHoweverOftenItIsAskedFor() throws Exception {
        given.stock(tea.value(), warehouse, 10);
        counted(COUNTED, good(tea, 8));
        var id = only(tea).id();
        var people = Executors.newFixedThreadPool(2);

        Callable<DifferenceDecisions> booking = () -> book.book(List.of(id, id), "棚卸", false, "hanako");
        var answers = people.invokeAll(List.of(booking, booking));
        people.shutdown();

        assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                .extracting(
                        decisions -> decisions.done().size(),
                        decisions -> decisions.left().size())
                .containsExactlyInAnyOrder(tuple(1, 0), tuple(0, 1));
        assertThat(book.book(List.of(id), "棚卸", false, "taro").left())
                .singleElement()
                .satisfies(left -> assertThat(left.why()).isEqualTo(Why.DECIDED))
                .satisfies(left -> assertThat(left.text().japanese()).contains("記帳済", "hanako"));
        assertThat(onHand(tea)).isEqualTo(8);
    }

    @Test
    void whereStockHasMovedSinceTheCountItIsBookedOnlyIfThePersonSaysSo() {
        given.stock(tea.value(), warehouse, 10);
        counted(COUNTED, good(tea, 8));
        given.stock(tea.value(), warehouse, 5);
        var id = only(tea).id();

        assertThat(book.book(List.of(id), "棚卸", false, "hanako").left())
                .extracting(Left::why)
                .containsExactly(Why.MOVED);
        assertThat(onHand(tea)).isEqualTo(15);
        assertThat(only(tea).state()).isEqualTo(State.OPEN);

        assertThat(book.book(List.of(id), "棚卸", true, "hanako").done()).containsExactly(id);
        assertThat(onHand(tea)).isEqualTo(13);
    }

    @Test
    void aDifferenceThatWouldTakeWhatOrdersAreAllocatedNamesTheYoungestAndIsLeftWhileOthersAreBooked() {
        given.stock(tea.value(), warehouse, 10);
        given.stock(ice.value(), warehouse, 5);
        for (int i = 1; i <= 3; i++) {
            allocate.allocate(order(i), COUNTED.plusSeconds(i), List.of(need(3)));
        }
        counted(COUNTED, good(tea, 5), good(ice, 4));

        var answer = book.book(List.of(only(tea).id(), only(ice).id()), "棚卸", false, "hanako");

        assertThat(answer.done()).containsExactly(only(ice).id());
        assertThat(answer.left()).singleElement().satisfies(left -> {
            assertThat(left.why()).isEqualTo(Why.ALLOCATED);
            assertThat(left.orders()).containsExactly(order(3), order(2));
            assertThat(left.text().japanese()).contains(order(3).value(), "4 個足りません");
        });
        assertThat(onHand(tea)).isEqualTo(10);
        assertThat(allocated(3)).isEqualTo(3);
        assertThat(only(tea).state()).isEqualTo(State.OPEN);
        assertThat(openTasks()).isEqualTo(1);
    }

    @Test
    void piecesInOtherConditionsAreAdjustedByThemselvesAndNeverBelowNone() {
        given.stock(tea.value(), warehouse, 10);
        counted(COUNTED, good(tea, 10), new SnapshotRow(tea, null, null, "DAMAGED", 2, 0));

        book.book(List.of(only(tea).id()), "倉庫で破損", false, "hanako");
        counted(COUNTED.plus(Duration.ofDays(1)), good(tea, 10));
        var gone = open(tea).get(0);
        assertThat(gone.difference()).isEqualTo(-2);
        book.book(List.of(gone.id()), "廃棄", false, "hanako");

        assertThat(onHand(tea)).isEqualTo(10);
        assertThat(adjustments(tea)).containsExactly(2L, -2L);
    }

    @Test
    void aDismissedDifferenceLeavesTheLedgerAndClosesTheTask() {
        given.stock(tea.value(), warehouse, 10);
        counted(COUNTED, good(tea, 8));

        dismiss.dismiss(List.of(only(tea).id(), -1L), "移動中", "hanako");

        assertThat(onHand(tea)).isEqualTo(10);
        assertThat(only(tea).state()).isEqualTo(State.DISMISSED);
        assertThat(openTasks()).isZero();
        assertThat(book.book(List.of(only(tea).id()), "棚卸", false, "hanako").left())
                .extracting(Left::why)
                .containsExactly(Why.DECIDED);
    }

    @Test
    void aLaterCountTakesThePlaceOfWhatIsUndecidedSoThatNothingIsBookedTwice() {
        given.stock(tea.value(), warehouse, 10);
        counted(COUNTED, good(tea, 8));
        var first = only(tea).id();
        counted(COUNTED.plus(Duration.ofDays(1)), good(tea, 7));

        assertThat(differences.find(first).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
        assertThat(openTasks()).isEqualTo(1);
        assertThat(book.book(List.of(first, open(tea).get(0).id()), "棚卸", false, "hanako")
                        .left())
                .extracting(Left::why)
                .containsExactly(Why.DECIDED);
        assertThat(onHand(tea)).isEqualTo(7);
    }

    @Test
    void anOlderCountThatComesLaterIsNotCompared() {
        given.stock(tea.value(), warehouse, 10);
        counted(COUNTED.plus(Duration.ofDays(1)), good(tea, 10));

        counted(COUNTED, good(tea, 3));

        assertThat(open(tea)).isEmpty();
        assertThat(openTasks()).isZero();
    }

    @Test
    void theDecisionOfTheTaskBooksAllThatTheCountFound() {
        given.stock(tea.value(), warehouse, 10);
        given.stock(ice.value(), warehouse, 5);
        counted(COUNTED, good(tea, 8), good(ice, 6));

        decide("BOOK");

        assertThat(openTasks()).isZero();
        assertThat(onHand(tea)).isEqualTo(8);
        assertThat(onHand(ice)).isEqualTo(6);
        assertThat(only(tea).state()).isEqualTo(State.BOOKED);
    }

    @Test
    void theTaskStaysWhereOneOfItsDifferencesCanNotBeBooked() {
        given.stock(tea.value(), warehouse, 10);
        given.stock(ice.value(), warehouse, 5);
        counted(COUNTED, good(tea, 8), good(ice, 6));
        given.stock(tea.value(), warehouse, 1);

        assertThatThrownBy(() -> decide("BOOK"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("task.stock-difference.left");

        assertThat(openTasks()).isEqualTo(1);
        assertThat(onHand(ice)).isEqualTo(5);
        assertThat(only(ice).state()).isEqualTo(State.OPEN);
    }

    @Test
    void theDecisionToDismissLeavesNoDifferenceOpen() {
        given.stock(tea.value(), warehouse, 10);
        counted(COUNTED, good(tea, 8));

        decide("DISMISS");

        assertThat(openTasks()).isZero();
        assertThat(onHand(tea)).isEqualTo(10);
        assertThat(only(tea).state()).isEqualTo(State.DISMISSED);
    }

    private void decide(String decision) {
        var task = tasks.about(new Subject(WarehouseSubject.KIND, warehouse.code()))
                .get(0);
        complete.complete(task.id(), decision, null, Map.of(), "hanako");
    }

    @Test
    void aReasonAndSomethingChosenAreRequired() {
        assertThatThrownBy(() -> book.book(List.of(), "棚卸", false, "hanako"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.problems().get(0).field()).isEqualTo("ids"));
        assertThatThrownBy(() -> dismiss.dismiss(List.of(1L), " ", "hanako"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.problems().get(0).field()).isEqualTo("reason"));
    }

    @Test
    void theTaskIsClosedAlsoWhenTwoPeopleDecideAboutTheLastTwoAtOnce() throws Exception {
        given.stock(tea.value(), warehouse, 10);
        given.stock(ice.value(), warehouse, 5);
        counted(COUNTED, good(tea, 8), good(ice, 6));
        var tasksBefore = openTasks();
        var somebodyElse = Executors.newSingleThreadExecutor();

        var other = transaction.execute(status -> {
            book.book(List.of(only(tea).id()), "棚卸", false, "hanako");
            var id = only(ice).id();
            var decision = somebodyElse.submit(() -> dismiss.dismiss(List.of(id), "数え直し", "taro"));
            while (!decision.isDone() && nobodyWaitsForALock()) {
                Thread.onSpinWait();
            }
            return decision;
        });
        other.get();
        somebodyElse.shutdown();

        assertThat(tasksBefore).isEqualTo(1);
        assertThat(openTasks()).isZero();
    }

    private boolean nobodyWaitsForALock() {
        return jdbc.sql("select count(*) from pg_locks where not granted and pid <> pg_backend_pid()")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private void counted(Instant at, SnapshotRow... rows) {
        snapshot.record(at, warehouse, List.of(rows));
    }

    private static SnapshotRow good(Sku sku, long pieces) {
        return new SnapshotRow(sku, null, null, "GOOD", pieces, 0);
    }

    private StockDifference only(Sku sku) {
        assertThat(of(sku, null)).hasSize(1);
        return of(sku, null).get(0);
    }

    private List<StockDifference> open(Sku sku) {
        return of(sku, State.OPEN);
    }

    private List<StockDifference> of(Sku sku, @Nullable State state) {
        return differences.list(new StockDifferences.Filter(state, warehouse.code(), null, sku.value()), null, 0, 100);
    }

    private long openTasks() {
        return tasks.about(new Subject(WarehouseSubject.KIND, warehouse.code())).size();
    }

    private long onHand(Sku sku) {
        return levels.in(warehouse, List.of(sku)).get(0).onHand();
    }

    private List<Long> adjustments(Sku sku) {
        return jdbc.sql("select quantity from stock_movement where sku = ? and kind = 'ADJUSTMENT' order by id")
                .param(sku.value())
                .query(Long.class)
                .list();
    }

    private Need need(int quantity) {
        return new Need(1, tea, quantity, warehouse, "");
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
