package jp.otodoke.orders;

import static jp.otodoke.orders.OrderStatus.AWAITING_STOCK;
import static jp.otodoke.orders.OrderStatus.CANCELLED;
import static jp.otodoke.orders.OrderStatus.DISPATCHED;
import static jp.otodoke.orders.OrderStatus.IN_REVIEW;
import static jp.otodoke.orders.OrderStatus.ON_HOLD;
import static jp.otodoke.orders.OrderStatus.READY;
import static jp.otodoke.orders.OrderStatus.RECEIVED;
import static jp.otodoke.orders.OrderStatus.SHIPPED;
import static jp.otodoke.orders.SampleOrders.LATER;
import static jp.otodoke.orders.SampleOrders.NOW;
import static jp.otodoke.orders.SampleOrders.cream;
import static jp.otodoke.orders.SampleOrders.order;
import static jp.otodoke.orders.SampleOrders.priced;
import static jp.otodoke.orders.SampleOrders.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.otodoke.UnitTest;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may happen to an order at which point. */
@UnitTest
class OrderTests {
    private static final CancelReason REASON = CancelReason.requested("お客様のご都合");

    @Test
    void beginsReceivedUncheckedAndNotHeld() {
        var order = order();

        assertThat(order.status()).isEqualTo(RECEIVED);
        assertThat(order.statusSince()).isEqualTo(NOW);
        assertThat(order.checked()).isFalse();
        assertThat(order.onHold()).isFalse();
        assertThat(order.openPieces()).isEqualTo(4);
    }

    @Test
    void countsAsOrderedWhenTheChannelSaysSoAndElseNow() {
        var yesterday = Instant.parse("2026-11-25T01:00:00Z");

        assertThat(order().orderedAt()).isEqualTo(NOW);
        assertThat(order(OrderMother.of("TEA", 3).at(yesterday).build()).orderedAt())
                .isEqualTo(yesterday);
    }

    @Test
    void keepsTheBuyerAsHeWasWithTheDigitsOfHisPhone() {
        var order = order();

        assertThat(order.buyerName()).isEqualTo("試験 花子");
        assertThat(order.buyerPhone()).isEqualTo("0311112222");
    }

    @Test
    void whatTheBuyerDidNotTellIsEmpty() {
        var nobody = new CustomerSummary(
                CustomerNumber.of("C2"),
                "無名",
                null,
                null,
                null,
                null,
                null,
                CustomerMother.TOKYO,
                CustomerState.ACTIVE,
                false,
                null);
        var input = OrderMother.of("TEA", 1).build();

        var order = Order.receive(OrderNumber.of("A2"), input, nobody, priced(input, tea(1)), NOW);

        assertThat(order.buyerKana()).isEmpty();
        assertThat(order.buyerPhone()).isEmpty();
        assertThat(order.note()).isEmpty();
    }

    @Test
    void aRemarkIsStoredWithoutSurroundingBlanks() {
        assertThat(order(OrderMother.of("TEA", 3).remarking("  急ぎ \n").build()).note())
                .isEqualTo("急ぎ");
    }

    @Test
    void knowsWhetherAShopHasDecidedItsPrice() {
        assertThat(order().pricedByShop()).isFalse();
        assertThat(order(OrderMother.of("TEA", 3).reducedBy(100, 0).build()).pricedByShop())
                .isTrue();
    }

    @Test
    void comingToTheSamePointAgainLeavesSinceWhen() {
        var order = order(READY);
        var since = order.statusSince();

        order.advanceTo(READY, LATER);

        assertThat(order.statusSince()).isEqualTo(since);
    }

    @Test
    void aHoldIsSeenInTheStatusWhileTheOrderGoesOnBelowIt() {
        var order = order(AWAITING_STOCK);

        order.hold("お電話待ち", NOW);
        assertThat(order.status()).isEqualTo(ON_HOLD);
        assertThat(order.holdReason()).isEqualTo("お電話待ち");

        order.advanceTo(READY, LATER);
        assertThat(order.status()).isEqualTo(ON_HOLD);
        assertThat(order.progress()).isEqualTo(READY);

        order.release(LATER);
        assertThat(order.status()).isEqualTo(READY);
        assertThat(order.statusSince()).isEqualTo(LATER);
        assertThat(order.holdReason()).isNull();
    }

    @Test
    void whileAPersonLooksAtAHeldOrderItIsInReview() {
        var order = order(IN_REVIEW);

        order.hold("お電話待ち", NOW);

        assertThat(order.status()).isEqualTo(IN_REVIEW);
        order.advanceTo(AWAITING_STOCK, LATER);
        assertThat(order.status()).isEqualTo(ON_HOLD);
    }

    @Test
    void aHoldNoLongerShowsOnceTheWarehouseHasTheOrder() {
        var order = order(READY);
        order.hold("お電話待ち", NOW);

        order.advanceTo(DISPATCHED, LATER);

        assertThat(order.status()).isEqualTo(DISPATCHED);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"DISPATCHED", "SHIPPED", "DELIVERED", "COMPLETED", "RETURNED", "CANCELLED"})
    void isNotHeldOnceTheWarehouseHasItOrItEnded(OrderStatus point) {
        var order = order(point);

        refused(() -> order.hold("お電話待ち", NOW), "order.hold.too-late");
        assertThat(order.onHold()).isFalse();
    }

    @Test
    void isNotReleasedWithoutBeingHeld() {
        refused(() -> order(READY).release(NOW), "order.release.not-held");
    }

    @Test
    void aReviewThatFindsNothingLeavesTheOrderChecked() {
        var order = order();

        order.checkPassed();

        assertThat(order.checked()).isTrue();
        assertThat(order.status()).isEqualTo(RECEIVED);
    }

    @Test
    void endsWhenAllOfItIsCancelled() {
        var order = order(READY);
        order.hold("お電話待ち", NOW);

        order.cancel(REASON, Map.of(), LATER);

        assertThat(order.status()).isEqualTo(CANCELLED);
        assertThat(order.openPieces()).isZero();
        assertThat(order.onHold()).isFalse();
        assertThat(order.cancelCause()).isEqualTo(CancelReason.Cause.REQUESTED);
        assertThat(order.cancelReason()).isNotNull();
    }

    @Test
    void staysWhereItIsWhenSomeOfItIsTravelling() {
        var order = order(DISPATCHED);

        order.cancel(REASON, Map.of(1, 2), LATER);

        assertThat(order.status()).isEqualTo(DISPATCHED);
        assertThat(order.lines().get(0)).isEqualTo(tea(3).cancelOpen(2));
        assertThat(order.lines().get(1)).isEqualTo(cream(1).cancelOpen(0));
    }

    @Test
    void staysWhereItIsWhenSomeOfItHasShipped() {
        var order = order(DISPATCHED);
        order.ship(1, 1);
        order.advanceTo(SHIPPED, NOW);

        order.cancel(REASON, Map.of(), LATER);

        assertThat(order.status()).isEqualTo(SHIPPED);
        assertThat(order.openPieces()).isZero();
        assertThat(order.lines().get(0).shipped()).isEqualTo(1);
    }

    @Test
    void piecesShipAndReopenByTheNumberOfTheirLine() {
        var order = order(DISPATCHED);

        order.ship(2, 1);
        assertThat(order.lines().get(1).shipped()).isEqualTo(1);
        assertThat(order.openPieces()).isEqualTo(3);

        order.reopen(2, 1);
        assertThat(order.openPieces()).isEqualTo(4);
    }

    @Test
    void aRepricedOrderStartsAgain() {
        var order = order();
        order.checkPassed();
        order.plan(LocalDate.of(2026, 11, 27));
        order.advanceTo(READY, NOW);
        var input = OrderMother.of("TEA", 1).build();

        order.reprice(PaymentMethod.BANK_TRANSFER, priced(input, tea(1)), LATER);

        assertThat(order.status()).isEqualTo(RECEIVED);
        assertThat(order.checked()).isFalse();
        assertThat(order.shipDay()).isNull();
        assertThat(order.paymentMethod()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(order.lines()).containsExactly(tea(1));
        assertThat(order.totals().total().amount()).isEqualTo(3500);
    }

    @Test
    void aHeldOrderThatIsRepricedStaysHeld() {
        var order = order(READY);
        order.hold("お電話待ち", NOW);
        var input = OrderMother.of("TEA", 1).build();

        order.reprice(PaymentMethod.CASH_ON_DELIVERY, priced(input, tea(1)), LATER);

        assertThat(order.status()).isEqualTo(ON_HOLD);
        assertThat(order.progress()).isEqualTo(RECEIVED);
    }

    @Test
    void isNotRepricedOnceTheWarehouseHasIt() {
        var order = order(DISPATCHED);
        var input = OrderMother.of("TEA", 1).build();

        refused(
                () -> order.reprice(PaymentMethod.CASH_ON_DELIVERY, priced(input, tea(1)), LATER),
                "order.change.too-late");
        assertThat(order.lines()).hasSize(2);
    }

    @Test
    void theRequestedDayOfADestinationIsGivenUp() {
        var order = order(OrderMother.of("TEA", 3)
                .requestedFor(LocalDate.of(2026, 12, 24))
                .to("贈り 先子", CustomerMother.SAPPORO)
                .and("CREAM", 1)
                .build());
        assertThat(order.destinations().get(0).deliveryDate()).isEqualTo("2026-12-24");

        order.dropRequestedDates(Set.of(1));

        assertThat(order.destinations()).hasSize(2).allMatch(d -> d.deliveryDate() == null);
    }

    @Test
    void nobodyOutsideChangesItsLinesOrDestinations() {
        assertThatThrownBy(() -> order().lines().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> order().destinations().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void refused(ThrowingCallable act, String key) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(refusal.messageKey()).isEqualTo(key);
        });
    }
}
