package jp.otodoke.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** An order is taken in whole and once, however often and from however many sides its channel sends it. */
@ModuleTest
class PlaceOrderTests {
    private final PlaceOrder placeOrder;
    private final Given given;
    private final BusinessClock clock;
    private final String id = UUID.randomUUID().toString();
    private String tea = "";

    @Autowired
    PlaceOrderTests(PlaceOrder placeOrder, Given given, BusinessClock clock) {
        this.placeOrder = placeOrder;
        this.given = given;
        this.clock = clock;
    }

    @BeforeEach
    void tea() {
        tea = given.product(ProductMother.tea());
    }

    @Test
    void anOrderIsPublishedInTheTransactionThatTakesIt(AssertablePublishedEvents events) {
        var placed = place(OrderMother.of(tea, 2).paidByCard().build());

        assertThat(placed.created()).isTrue();
        assertThat(events)
                .contains(OrdersPlaced.class)
                .matching(new OrdersPlaced(
                        List.of(new OrdersPlaced.PlacedOrder(placed.orderNumber(), "tok")), Preparation.LATER)::equals);
    }

    @Test
    void theSameNumberOfAChannelIsTheSameOrder(AssertablePublishedEvents events) {
        var order = OrderMother.of(tea, 2).numbered(id).build();

        var first = place(order);
        var again = place(order);

        assertThat(again.orderNumber()).isEqualTo(first.orderNumber());
        assertThat(again.created()).isFalse();
        assertThat(events.ofType(OrdersPlaced.class)).hasSize(1);
    }

    @Test
    void aKnownNumberIsTheOrderThatItWasWhateverComesWithItNow() {
        var first = place(OrderMother.of(tea, 2).numbered(id).build());

        var again = place(OrderMother.of("NO-SUCH", 0).numbered(id).build());

        assertThat(again.orderNumber()).isEqualTo(first.orderNumber());
    }

    @Test
    void refusesATimeAndADeliveryThatNobodyMeant() {
        assertThatThrownBy(() -> place(OrderMother.of(tea, 2)
                        .at(Instant.parse("0001-01-01T00:00:00Z"))
                        .requestedFor(LocalDate.of(1900, 1, 1))
                        .build()))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting(FieldProblem::field)
                        .containsExactly("orderedAt", "delivery.date"));
    }

    @Test
    void refusesNegativePointsShippingAndFees() {
        var less = Yen.of(-1);

        assertThatThrownBy(() -> place(OrderMother.of(tea, 2)
                        .costing(new NewOrder.FixedAmounts(less, less, Yen.ZERO, less, null))
                        .build()))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting(FieldProblem::field)
                        .containsExactly("points", "shipping", "fee"));
    }

    @Test
    void theSameNumberOfAnotherChannelIsAnotherOrder() {
        var web = place(OrderMother.of(tea, 2).numbered(id).build());
        var phone = place(OrderMother.of(tea, 2).numbered(id).byPhone().build());

        assertThat(phone.created()).isTrue();
        assertThat(phone.orderNumber()).isNotEqualTo(web.orderNumber());
    }

    @Test
    void ordersWithoutANumberAreNeverTheSame() {
        var order = OrderMother.of(tea, 2).build();

        assertThat(place(order).orderNumber()).isNotEqualTo(place(order).orderNumber());
    }

    @Test
    void sentByManyAtOnceItIsOneOrder() {
        var order = OrderMother.of(tea, 2).numbered(id).build();

        var placed =
                IntStream.range(0, 8).mapToObj(n -> CompletableFuture.supplyAsync(() -> place(order))).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(placed)
                .extracting(PlacementResult::orderNumber)
                .containsOnly(placed.get(0).orderNumber());
        assertThat(placed).filteredOn(PlacementResult::created).hasSize(1);
    }

    @Test
    void whatIsRefusedLeavesItsNumberFree() {
        var wrong = OrderMother.of("NO-SUCH", 1).numbered(id).build();
        assertThatThrownBy(() -> place(wrong)).isInstanceOf(InvalidInput.class);

        assertThat(place(OrderMother.of(tea, 1).numbered(id).build()).created()).isTrue();
    }

    @Test
    void aCardNeedsATokenUnlessTheShopTookTheMoney() {
        var order = OrderMother.of(tea, 1).paidByCard().build();
        var without = new NewOrder(
                order.channel(),
                null,
                null,
                null,
                order.buyer(),
                order.destinations(),
                order.lines(),
                new NewOrder.Payment(PaymentMethod.CREDIT_CARD, " ", ShopPayment.NONE),
                null,
                null,
                null,
                null);

        assertThat(problems(without)).containsExactly("payment.token");
        assertThat(placeOrder
                        .place(
                                OrderMother.of(tea, 1)
                                        .atTheShop(ShopPayment.PAID)
                                        .build(),
                                Preparation.LATER)
                        .created())
                .isTrue();
    }

    @Test
    void anOrderIsAtMostADayAhead() {
        var tomorrow = clock.instant().plus(PlaceOrder.AHEAD);

        assertThat(problems(OrderMother.of(tea, 1)
                        .at(tomorrow.plus(Duration.ofHours(1)))
                        .build()))
                .containsExactly("orderedAt");
        assertThat(placeOrder
                        .place(
                                OrderMother.of(tea, 1)
                                        .at(tomorrow.minus(Duration.ofHours(1)))
                                        .build(),
                                Preparation.LATER)
                        .created())
                .isTrue();
    }

    @Test
    void anUnknownCustomerNumberIsRefused() {
        assertThat(problems(OrderMother.of(tea, 1)
                        .from(CustomerNumber.of("C99999999"))
                        .build()))
                .containsExactly("customer.number");
    }

    @Test
    void whatIsWrongWithAPersonIsNamedAsAFieldOfTheOrder() {
        var nobody = CustomerMother.called("", "", "1");

        assertThat(problems(OrderMother.of(tea, 1).from(nobody).build()))
                .isNotEmpty()
                .allMatch(field -> field.startsWith("customer."));
    }

    private List<String> problems(NewOrder order) {
        try {
            place(order);
            return List.of();
        } catch (InvalidInput refused) {
            return refused.problems().stream().map(FieldProblem::field).toList();
        }
    }

    private PlacementResult place(NewOrder order) {
        return placeOrder.place(order, Preparation.LATER);
    }
}
