package jp.otodoke.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.ModuleTest;
import jp.otodoke.RoundTrips;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrdersPlaced.PlacedOrder;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Many orders at once are placed as if one by one, with one question where there would be many. */
@ModuleTest
class PlaceOrdersTests {
    private final PlaceOrders placeOrders;
    private final FindOrder findOrder;
    private final Timeline timeline;
    private final Given given;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private String tea = "";

    @Autowired
    PlaceOrdersTests(PlaceOrders placeOrders, FindOrder findOrder, Timeline timeline, Given given, JdbcClient jdbc) {
        this.placeOrders = placeOrders;
        this.findOrder = findOrder;
        this.timeline = timeline;
        this.given = given;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void tea() {
        tea = given.product(ProductMother.tea());
    }

    @Test
    void manyOrdersAreOneEventInTheirOrder(AssertablePublishedEvents events) {
        var numbers = numbers(place(List.of(tea(1), tea(2), tea(3))));

        assertThat(events.ofType(OrdersPlaced.class)).singleElement().satisfies(placed -> assertThat(placed.orders())
                .extracting(PlacedOrder::number)
                .containsExactlyElementsOf(numbers));
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(numbers)
                .extracting(number -> findOrder.get(number).totals().goods())
                .containsExactly(Yen.of(3000), Yen.of(6000), Yen.of(9000));
        assertThat(numbers).allSatisfy(number -> assertThat(timeline.of(number)).isNotEmpty());
    }

    @Test
    void aBadOrderFallsOutWithItsReasonAndHarmsNone() {
        var unknown = OrderMother.of("NO-SUCH", 1).build();

        var placed = place(List.of(tea(1), unknown, tea(2)));

        assertThat(placed.get(0)).isInstanceOf(PlacementResult.class);
        assertThat(placed.get(1)).isInstanceOfSatisfying(RefusedOrder.class, refused -> assertThat(refused.problems())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("lines[0].sku", "unknown")));
        assertThat(placed.get(2)).isInstanceOf(PlacementResult.class);
    }

    @Test
    void aRefusedOrderRegistersNobody() {
        long before = customers();

        place(List.of(
                OrderMother.of("NO-SUCH", 1)
                        .from(CustomerMother.called("現れ ない", "アラワレ ナイ", "0312345678"))
                        .build(),
                OrderMother.of(tea, 1)
                        .costing(new NewOrder.FixedAmounts(Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.of(1)))
                        .from(CustomerMother.called("合わ ない", "アワ ナイ", "0312345679"))
                        .build()));

        assertThat(customers()).isEqualTo(before);
    }

    @Test
    void theSameNumberTwiceInASliceIsOneOrder() {
        var placed = place(List.of(numbered(1), numbered(2), tea(1)));

        assertThat(placed.get(0)).isInstanceOfSatisfying(PlacementResult.class, first -> assertThat(placed.get(1))
                .isEqualTo(new PlacementResult(first.orderNumber(), false)));
    }

    @Test
    void aNumberThatWasRefusedIsFreeForTheNextInTheSlice() {
        var placed = place(List.of(OrderMother.of("NO-SUCH", 1).numbered(id).build(), numbered(1)));

        assertThat(placed.get(0)).isInstanceOf(RefusedOrder.class);
        assertThat(placed.get(1).orRefuse().created()).isTrue();
    }

    @Test
    void onePersonWithTwoOrdersInASliceIsOneCustomer() {
        var person = CustomerMother.called("二度 買子", "ニド カイコ", "0399998888");

        var numbers = numbers(place(List.of(
                OrderMother.of(tea, 1).from(person).build(),
                OrderMother.of(tea, 2).build(),
                OrderMother.of(tea, 3).from(person).build())));

        assertThat(findOrder.get(numbers.get(0)).customerNumber())
                .isEqualTo(findOrder.get(numbers.get(2)).customerNumber())
                .isNotEqualTo(findOrder.get(numbers.get(1)).customerNumber());
    }

    @Test
    void slicesWithTheSameNumbersFromTwoSidesAreTheSameOrders() {
        var orders = IntStream.range(0, 20)
                .mapToObj(n -> OrderMother.of(tea, 1).numbered(id + n).build())
                .toList();
        var reversed = new ArrayList<>(orders);
        Collections.reverse(reversed);

        var both = Stream.of(orders, reversed, orders, reversed)
                .map(slice -> CompletableFuture.supplyAsync(() -> place(slice)))
                .toList()
                .stream()
                .flatMap(slice -> slice.join().stream())
                .map(Placement::orRefuse)
                .toList();

        assertThat(both).filteredOn(PlacementResult::created).hasSize(20);
        assertThat(both.stream().map(PlacementResult::orderNumber).distinct()).hasSize(20);
    }

    @Test
    void moreThanTenThousandAreTooMany() {
        assertThatThrownBy(() -> place(Collections.nCopies(PlaceOrders.MOST + 1, tea(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fiftyOrdersAskTheDatabaseHardlyMoreThanOne() {
        var customers = IntStream.range(0, 50)
                .mapToObj(n -> given.customer(CustomerMother.somebody()))
                .toList();
        var fifty = customers.stream()
                .map(customer -> OrderMother.of(tea, 2).from(customer).build())
                .toList();
        place(fifty);

        var one = RoundTrips.of(() -> place(fifty.subList(0, 1)));
        var all = RoundTrips.of(() -> place(fifty));

        assertThat(one).hasSizeLessThan(15);
        assertThat(all).hasSizeLessThan(one.size() + 5);
    }

    private List<Placement> place(List<NewOrder> orders) {
        return placeOrders.place(orders, Preparation.LATER);
    }

    private NewOrder tea(int quantity) {
        return OrderMother.of(tea, quantity).build();
    }

    private NewOrder numbered(int quantity) {
        return OrderMother.of(tea, quantity).numbered(id).build();
    }

    private long customers() {
        return jdbc.sql("select count(*) from customer").query(Long.class).single();
    }

    private static List<OrderNumber> numbers(List<Placement> placed) {
        return placed.stream().map(one -> one.orRefuse().orderNumber()).toList();
    }
}
