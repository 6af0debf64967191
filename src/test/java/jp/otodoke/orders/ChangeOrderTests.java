package jp.otodoke.orders;

import static jp.otodoke.orders.SampleOrders.BUYER;
import static jp.otodoke.orders.SampleOrders.NOW;
import static jp.otodoke.orders.SampleOrders.order;
import static jp.otodoke.orders.SampleOrders.priced;
import static jp.otodoke.orders.SampleOrders.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.UnitTest;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.ChangeOrder.Changes;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.context.ApplicationEventPublisher;

/** What of an order may still be changed, and what of it stays as it was. */
@UnitTest
class ChangeOrderTests {
    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);
    private static final Changes NOTHING = new Changes(null, false, null, null, null, null, null);

    private final Orders orders = mock();
    private final Pricing pricing = mock();
    private final FindCustomer customers = mock();
    private final Timeline timeline = mock();
    private final ApplicationEventPublisher events = mock();
    private final ChangeOrder changeOrder = new ChangeOrder(
            orders,
            pricing,
            new RedeemAgain(mock(), mock()),
            new RedeemAnew(mock(), mock(), mock()),
            customers,
            mock(),
            timeline,
            mock(),
            events,
            new BusinessClock(Clock.fixed(NOW, BusinessClock.TOKYO)));

    @BeforeEach
    void theBuyerIsKnownAndAnythingCostsOneTea() {
        given(customers.find(any())).willReturn(Optional.of(BUYER));
        given(pricing.price(any(), any(), any())).willAnswer(asked -> priced(asked.getArgument(0), tea(1)));
    }

    @Test
    void anUnknownOrderIsNotFound() {
        given(orders.findById(OrderNumber.of("A00000001"))).willReturn(Optional.empty());

        assertThatThrownBy(() -> changeOrder.change(OrderNumber.of("A00000001"), NOTHING, "tester"))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void whatTheWarehouseHasIsNotChanged() {
        known(order(OrderStatus.DISPATCHED));

        refused("order.change.too-late");
    }

    @Test
    void whatHasPartlyShippedIsNotChangedThoughTheRestWaitsForGoods() {
        var order = order();
        order.ship(1, 1);
        order.advanceTo(OrderStatus.AWAITING_STOCK, NOW);
        known(order);

        refused("order.change.partly-shipped");
        assertThatThrownBy(() -> changeOrder.preview(OrderNumber.of("A00000001"), NOTHING))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> changeOrder.checkChangeable(OrderNumber.of("A00000001")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void payingByCardFromNowOnNeedsAToken() {
        known(order());

        assertThatThrownBy(() ->
                        changeOrder.change(OrderNumber.of("A00000001"), by(PaymentMethod.CREDIT_CARD, null), "tester"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems())
                        .extracting(FieldProblem::field)
                        .containsExactly("payment.token"));
        verify(orders, never()).saveAndFlush(any());
    }

    @Test
    void whoPaysByCardAlreadyNeedsNoNewToken() {
        known(order(OrderMother.of("TEA", 3).paidByCard().build()));

        changeOrder.change(OrderNumber.of("A00000001"), NOTHING, "tester");

        verify(events)
                .publishEvent(
                        new OrderRepriced(OrderNumber.of("A00000001"), PaymentMethod.CREDIT_CARD, Yen.of(3500), null));
    }

    @Test
    void aChangeIsSavedRecordedAndPublishedWithTheNewTotal() {
        var order = known(order());

        changeOrder.change(OrderNumber.of("A00000001"), by(PaymentMethod.CREDIT_CARD, "tok"), "tester");

        assertThat(order.paymentMethod()).isEqualTo(PaymentMethod.CREDIT_CARD);
        verify(orders).saveAndFlush(order);
        verify(timeline).add(eq(OrderNumber.of("A00000001")), eq("CHANGED"), any(), eq("tester"));
        verify(events)
                .publishEvent(
                        new OrderRepriced(OrderNumber.of("A00000001"), PaymentMethod.CREDIT_CARD, Yen.of(3500), "tok"));
    }

    @Test
    void aPreviewKeepsNothing() {
        var order = known(order());

        assertThat(changeOrder
                        .preview(OrderNumber.of("A00000001"), NOTHING)
                        .totals()
                        .total()
                        .amount())
                .isEqualTo(3500);

        assertThat(order.totals().total().amount()).isEqualTo(13_500);
        verify(orders, never()).saveAndFlush(any());
        verify(events, never()).publishEvent(any(Object.class));
    }

    @Test
    void pricesAreThoseOfTheDayInTokyoOnWhichTheOrderWasPlaced() {
        known(order(OrderMother.of("TEA", 3)
                .at(Instant.parse("2026-11-24T16:00:00Z"))
                .build()));

        changeOrder.change(OrderNumber.of("A00000001"), NOTHING, "tester");

        verify(pricing).price(any(), eq(Recipient.of(BUYER)), eq(LocalDate.of(2026, 11, 25)));
    }

    @Test
    void linesThatAreNotMentionedKeepPriceNameAndDestination() {
        known(order());

        assertThat(asked(NOTHING).lines())
                .containsExactly(
                        new NewOrder.Line(Sku.of("TEA"), 3, Yen.of(3000), "お茶", 0),
                        new NewOrder.Line(Sku.of("CREAM"), 1, Yen.of(4000), "クリーム", 0));
    }

    @Test
    void newLinesReplaceTheOldOnesAtTheCatalogsPrice() {
        known(order());
        var line = new NewOrder.Line(Sku.of("TEA"), 1, null, null, 0);

        assertThat(asked(new Changes(List.of(line), false, null, null, null, null, null))
                        .lines())
                .containsExactly(line);
    }

    @Test
    void whatAShopDecidedStandsAsLongAsGoodsAndMethodStay() {
        known(order(OrderMother.of("TEA", 3).reducedBy(100, 700).build()));

        assertThat(asked(delivered(CHRISTMAS_EVE, null)).amounts())
                .as("its totals")
                .isEqualTo(new NewOrder.FixedAmounts(Yen.of(500), Yen.ZERO, Yen.ZERO, Yen.ZERO, null));
    }

    @Test
    void otherGoodsOrAnotherMethodCostWhatWeCharge() {
        known(order(OrderMother.of("TEA", 3).reducedBy(100, 700).build()));
        var line = new NewOrder.Line(Sku.of("TEA"), 1, null, null, 0);

        assertThat(asked(new Changes(List.of(line), false, null, null, null, null, null))
                        .amounts())
                .isNull();
        assertThat(asked(by(PaymentMethod.BANK_TRANSFER, null)).amounts()).isNull();
    }

    @Test
    void dayAndTimeAreReplacedTogetherAndStayWhereTheyAreNotMentioned() {
        known(order(OrderMother.of("TEA", 3).requestedFor(CHRISTMAS_EVE).build()));

        assertThat(asked(NOTHING).destinations().get(0).deliveryDate()).isEqualTo(CHRISTMAS_EVE);
        assertThat(asked(delivered(null, TimeSlot.AM)).destinations().get(0)).satisfies(changed -> {
            assertThat(changed.deliveryDate()).isNull();
            assertThat(changed.timeSlot()).isEqualTo(TimeSlot.AM);
        });
    }

    @Test
    void onlyTheDestinationThatIsMeantChanges() {
        known(order(OrderMother.of("TEA", 3)
                .to("贈り 先子", CustomerMother.SAPPORO)
                .and("CREAM", 1)
                .build()));
        var moved = new Recipient("転居 先子", null, null, CustomerMother.TOKYO);

        var destinations = asked(new Changes(null, 1, true, CHRISTMAS_EVE, null, moved, null, null, null))
                .destinations();

        assertThat(destinations.get(0).deliveryDate()).isNull();
        assertThat(destinations.get(0).recipient())
                .isEqualTo(new Recipient(BUYER.name(), BUYER.kana(), "03-1111-2222", BUYER.address()));
        assertThat(destinations.get(1).recipient()).isEqualTo(moved);
        assertThat(destinations.get(1).deliveryDate()).isEqualTo(CHRISTMAS_EVE);
    }

    @Test
    void thePackingStaysUnlessAnotherIsWanted() {
        var wrapped = new Packing(true, "", "", "", "", "", "");
        known(order(OrderMother.of("TEA", 3).packed(wrapped).build()));

        assertThat(asked(NOTHING).destinations().get(0).packing()).isEqualTo(wrapped);
        assertThat(asked(new Changes(null, 0, false, null, null, null, Packing.PLAIN, null, null))
                        .destinations()
                        .get(0)
                        .packing())
                .isEqualTo(Packing.PLAIN);
    }

    private Order known(Order order) {
        given(orders.findById(OrderNumber.of("A00000001"))).willReturn(Optional.of(order));
        return order;
    }

    /** What is priced for such a change. */
    private NewOrder asked(Changes changes) {
        var asked = ArgumentCaptor.forClass(NewOrder.class);
        changeOrder.preview(OrderNumber.of("A00000001"), changes);
        verify(pricing, atLeastOnce()).price(asked.capture(), any(), any());
        return asked.getValue();
    }

    private void refused(String key) {
        assertThatThrownBy(() -> changeOrder.change(OrderNumber.of("A00000001"), NOTHING, "tester"))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refused.messageKey()).isEqualTo(key);
                });
        verify(orders, never()).saveAndFlush(any());
    }

    private static Changes by(PaymentMethod method, @Nullable String token) {
        return new Changes(null, false, null, null, null, method, token);
    }

    private static Changes delivered(@Nullable LocalDate day, @Nullable TimeSlot slot) {
        return new Changes(null, true, day, slot, null, null, null);
    }
}
