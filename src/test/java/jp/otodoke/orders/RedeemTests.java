package jp.otodoke.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.loyalty.AddCoupon;
import jp.otodoke.loyalty.AdjustPoints;
import jp.otodoke.loyalty.Coupons;
import jp.otodoke.loyalty.PointBalances;
import jp.otodoke.loyalty.SwitchCoupon;
import jp.otodoke.mothers.CouponMother;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Points and coupons as part of the payment of an order, when it is placed, changed and cancelled. */
@ModuleTest
class RedeemTests {
    @Autowired
    PlaceOrders placeOrders;

    @Autowired
    ChangeOrder changeOrder;

    @Autowired
    CancelRest cancelRest;

    @Autowired
    QuoteOrder quoteOrder;

    @Autowired
    FindOrder findOrder;

    @Autowired
    Timeline timeline;

    @Autowired
    AdjustPoints adjustPoints;

    @Autowired
    PointBalances balances;

    @Autowired
    AddCoupon addCoupon;

    @Autowired
    SwitchCoupon switchCoupon;

    @Autowired
    Coupons coupons;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    Given given;

    @Autowired
    TestClock testClock;

    private CustomerNumber customer = CustomerNumber.of("-");
    private String tea = "";

    @BeforeEach
    void customerWithAThousandPoints() {
        testClock.set("2026-11-26T07:00:00+09:00");
        tea = given.product(ProductMother.tea());
        customer = withPoints(1_000);
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(invariants)
                .filteredOn(invariant -> invariant.violations() > 0)
                .isEmpty();
    }

    @Test
    void pointsAndCouponReduceWhatIsPaidAndItsTax() {
        var coupon = addCoupon.add(CouponMother.yen(500).from(6_000).build());

        var totals = totals(place(ordered(2).redeeming(300).redeeming(coupon.toLowerCase(Locale.ROOT))));

        assertThat(totals.discount()).isEqualTo(Yen.of(500));
        assertThat(totals.points()).isEqualTo(Yen.of(300));
        assertThat(totals.total())
                .isEqualTo(totals.goods()
                        .plus(totals.shipping())
                        .plus(totals.fee())
                        .minus(Yen.of(800)));
        var less = Yen.of(800).share(totals.goods(), totals.total().plus(Yen.of(800)));
        var at10 = totals.shipping().plus(totals.fee()).minus(Yen.of(800)).plus(less);
        assertThat(totals.tax())
                .isEqualTo(totals.goods().minus(less).taxIncluded(8).plus(at10.taxIncluded(10)));
        assertThat(balances.of(customer)).isEqualTo(Yen.of(700));
        assertThat(coupons.find(coupon).orElseThrow().uses()).isEqualTo(1);
    }

    @Test
    void pointsMayPayAllOfAnOrder() {
        var rich = withPoints(100_000);
        var price = totals(place(ordered(1).from(rich))).total().amount();

        var totals = totals(place(ordered(1).from(rich).redeeming(price)));

        assertThat(totals.total()).isEqualTo(Yen.ZERO);
        assertThat(totals.tax()).isEqualTo(Yen.ZERO);
        refused(ordered(1).from(rich).redeeming(price + 1), "points", "total");
    }

    @Test
    void moreThanTheBalanceIsRefusedAndHarmsNoOther() {
        var placed = placeOrders.place(
                List.of(
                        ordered(1).redeeming(800).build(),
                        ordered(1).redeeming(201).build(),
                        ordered(1).redeeming(200).build(),
                        ordered(1).build()),
                Preparation.LATER);

        assertThat(placed.get(1)).isInstanceOfSatisfying(RefusedOrder.class, refused -> assertThat(refused.problems())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("points", "balance")));
        assertThat(Stream.of(0, 2, 3).map(placed::get))
                .allSatisfy(one -> assertThat(one).isInstanceOf(PlacementResult.class));
        assertThat(balances.of(customer)).isEqualTo(Yen.ZERO);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatThrownBy(() -> place(ordered(1).redeeming(1_001).redeeming("NO-SUCH")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("coupon: unknown, points: balance");
        refused(ordered(1).redeeming(-1), "points", "invalid");
    }

    @Test
    void twoOrdersNeverSpendTheSamePoints() {
        var both = atOnce(
                IntStream.range(0, 6).mapToObj(n -> ordered(1).redeeming(400)).toList());

        assertThat(both).filteredOn(PlacementResult.class::isInstance).hasSize(2);
        assertThat(balances.of(customer)).isEqualTo(Yen.of(200));
    }

    @Test
    void theLastCouponIsUsedOnce() {
        var coupon = addCoupon.add(CouponMother.yen(100).quota(2).build());

        var placed = atOnce(IntStream.range(0, 6)
                .mapToObj(n -> OrderMother.of(tea, 1).redeeming(coupon))
                .toList());

        assertThat(placed).filteredOn(PlacementResult.class::isInstance).hasSize(2);
        assertThat(coupons.find(coupon).orElseThrow().uses()).isEqualTo(2);
        refused(ordered(1).redeeming(coupon), "coupon", "quota");
    }

    @Test
    void aCouponPerCustomerIsUsedOnceByWhoeverOrdersWithoutANumber() {
        var coupon = addCoupon.add(CouponMother.yen(100).perCustomer(1).build());
        var person = CustomerMother.somebody();
        place(OrderMother.of(tea, 1).from(person).redeeming(coupon));

        refused(OrderMother.of(tea, 1).from(person).redeeming(coupon), "coupon", "used");
    }

    @Test
    void aCouponForTheFirstPurchaseIsForNobodyElse() {
        var coupon = addCoupon.add(CouponMother.yen(100).firstPurchase().build());
        place(ordered(1).redeeming(coupon));

        refused(ordered(1).redeeming(coupon), "coupon", "first-purchase");
    }

    @Test
    void aStoppedCouponIsRefusedAndAStartedOneIsNot() {
        var coupon = addCoupon.add(CouponMother.yen(100).build());
        switchCoupon.active(coupon, false);
        refused(ordered(1).redeeming(coupon), "coupon", "inactive");

        switchCoupon.active(coupon, true);
        place(ordered(1).redeeming(coupon));
    }

    @Test
    void aQuoteTellsTheSameAndRedeemsNothing() {
        var coupon = addCoupon.add(CouponMother.percent(10).quota(1).build());
        var order = ordered(2).redeeming(300).redeeming(coupon).build();
        var buyer = new Recipient("試験", null, null, CustomerMother.TOKYO);

        var quote = quoteOrder.quote(order, buyer).totals();

        assertThat(quote.discount()).isEqualTo(Yen.of(600));
        assertThat(quote.points()).isEqualTo(Yen.of(300));
        assertThat(balances.of(customer)).isEqualTo(Yen.of(1_000));
        assertThat(totals(place(ordered(2).redeeming(300).redeeming(coupon)))).isEqualTo(quote);
    }

    @Test
    void aCancelledOrderGivesBackItsPointsAndItsCoupon() {
        var coupon = addCoupon.add(CouponMother.yen(100).quota(1).build());
        var order = place(ordered(1).redeeming(1_000).redeeming(coupon));

        cancel(order, Map.of());

        assertThat(balances.of(customer)).isEqualTo(Yen.of(1_000));
        assertThat(timeline.of(order))
                .extracting(Timeline.TimelineEvent::event)
                .contains("POINTS_GIVEN_BACK", "COUPON_GIVEN_UP");
        place(ordered(1).redeeming(coupon));
    }

    @Test
    void aPartlyCancelledOrderKeepsItsPartOfThePointsAndItsCoupon() {
        var coupon = addCoupon.add(CouponMother.yen(100).quota(1).build());
        var order = place(ordered(3).redeeming(1_000).redeeming(coupon));

        cancel(order, Map.of(1, 1));

        assertThat(balances.of(customer))
                .as("1,000 × 1/3, the odd point is used")
                .isEqualTo(Yen.of(666));
        refused(ordered(1).redeeming(coupon), "coupon", "quota");
    }

    @Test
    void aChangedOrderRedeemsWhatItStillNeeds() {
        var coupon = addCoupon.add(CouponMother.percent(10).from(6_000).quota(1).build());
        var order = place(ordered(3).redeeming(1_000).redeeming(coupon));
        assertThat(totals(order).discount()).isEqualTo(Yen.of(900));

        change(order, 2);
        assertThat(totals(order).discount()).isEqualTo(Yen.of(600));
        assertThat(totals(order).points()).isEqualTo(Yen.of(1_000));

        change(order, 1);
        assertThat(totals(order).discount())
                .as("the minimum is not reached any more")
                .isEqualTo(Yen.ZERO);
        place(ordered(2).redeeming(coupon));
        change(order, 3);
        assertThat(totals(order).discount()).as("somebody else has the coupon").isEqualTo(Yen.ZERO);
        assertThat(balances.of(customer)).isEqualTo(Yen.ZERO);
    }

    @Test
    void anOrderThatBecomesCheaperThanItsPointsGivesTheRestBack() {
        var rich = withPoints(100_000);
        var order = place(ordered(3).from(rich).redeeming(9_000));

        change(order, 1);

        assertThat(totals(order).total()).isEqualTo(Yen.ZERO);
        assertThat(balances.of(rich))
                .isEqualTo(Yen.of(100_000).minus(totals(order).points()));
    }

    @Test
    void thePointsOfAnOrderAreRaisedLoweredAndRemoved() {
        var order = place(ordered(2).redeeming(300));
        var full = totals(order).total().plus(Yen.of(300));

        redeem(order, 1_000L, null);
        assertThat(totals(order).total()).isEqualTo(full.minus(Yen.of(1_000)));
        assertThat(balances.of(customer))
                .as("those of the order count as its own")
                .isEqualTo(Yen.ZERO);
        redeem(order, 1_000L, null);
        assertThat(balances.of(customer)).as("asked twice they are used once").isEqualTo(Yen.ZERO);
        redeem(order, 200L, null);
        assertThat(balances.of(customer)).isEqualTo(Yen.of(800));
        redeem(order, 0L, null);

        assertThat(balances.of(customer)).isEqualTo(Yen.of(1_000));
        assertThat(totals(order).points()).isEqualTo(Yen.ZERO);
        assertThat(totals(order).total()).isEqualTo(full);
        redeem(order, 50L, null);
        assertThat(balances.of(customer)).isEqualTo(Yen.of(950));
    }

    @Test
    void whatCanNotBeRedeemedIsRefusedAsWhenItIsPlacedAndChangesNothing() {
        var spent = addCoupon.add(CouponMother.yen(100).quota(1).build());
        place(ordered(1).redeeming(spent));
        var order = place(ordered(2).redeeming(300));
        var before = totals(order);

        refusedChange(order, 1_001L, null, "points: balance");
        refusedChange(order, -1L, null, "points: invalid");
        refusedChange(order, null, spent, "coupon: quota");
        refusedChange(order, 1_001L, "NO-SUCH", "coupon: unknown, points: balance");

        assertThat(totals(order)).isEqualTo(before);
        assertThat(balances.of(customer)).isEqualTo(Yen.of(700));
        var rich = withPoints(100_000);
        var other = place(ordered(1).from(rich));
        refusedChange(other, totals(other).total().amount() + 1, null, "points: total");
    }

    @Test
    void aCouponIsAddedReplacedAndRemovedWithItsQuota() {
        var first = addCoupon.add(CouponMother.yen(100).quota(1).build());
        var second = addCoupon.add(CouponMother.yen(250).build());
        var order = place(ordered(2));

        redeem(order, null, first.toLowerCase(Locale.ROOT));
        assertThat(totals(order).discount()).isEqualTo(Yen.of(100));
        refused(ordered(1).redeeming(first), "coupon", "quota");
        redeem(order, null, first);
        assertThat(coupons.find(first).orElseThrow().uses())
                .as("asked twice it is used once")
                .isEqualTo(1);

        redeem(order, null, second);
        assertThat(totals(order).discount()).isEqualTo(Yen.of(250));
        assertThat(coupons.find(first).orElseThrow().uses()).isZero();
        assertThat(coupons.codes(List.of(order))).containsEntry(order, second);
        redeem(order, 300L, "");

        assertThat(totals(order).discount()).isEqualTo(Yen.ZERO);
        assertThat(totals(order).points()).isEqualTo(Yen.of(300));
        assertThat(coupons.find(second).orElseThrow().uses()).isZero();
        redeem(order, null, first);
        assertThat(coupons.find(first).orElseThrow().uses()).isEqualTo(1);
        assertThat(totals(order).points()).as("the points stay").isEqualTo(Yen.of(300));
    }

    @Test
    void aCouponForTheFirstPurchaseMayBeGivenToTheFirstOrderLater() {
        var coupon = addCoupon.add(CouponMother.yen(100).firstPurchase().build());
        var order = place(ordered(1));

        redeem(order, null, coupon);

        assertThat(totals(order).discount()).isEqualTo(Yen.of(100));
        var second = place(ordered(1));
        refusedChange(second, null, coupon, "coupon: first-purchase");
    }

    @Test
    void pointsAndLinesChangeTogether() {
        var order = place(ordered(1).redeeming(1_000));
        var lines = List.of(new NewOrder.Line(Sku.of(tea), 3, null, null, 0));
        var changes = new ChangeOrder.Changes(lines, false, null, null, null, null, null);

        var preview = changeOrder.preview(order, changes.redeeming(Yen.of(400), null));
        changeOrder.change(order, changes.redeeming(Yen.of(400), null), "tester");

        assertThat(totals(order)).isEqualTo(preview.totals());
        assertThat(totals(order).points()).isEqualTo(Yen.of(400));
        assertThat(balances.of(customer)).isEqualTo(Yen.of(600));
        assertThat(timeline.of(order)).extracting(Timeline.TimelineEvent::event).contains("CHANGED");
    }

    @Test
    void twoOrdersThatAreChangedAtOnceNeverSpendTheSamePoints() {
        var orders = IntStream.range(0, 6).mapToObj(n -> place(ordered(1))).toList();

        var raised = orders.stream().map(order -> CompletableFuture.supplyAsync(() -> raised(order))).toList().stream()
                .filter(CompletableFuture::join)
                .count();

        assertThat(raised).isEqualTo(2);
        assertThat(balances.of(customer)).isEqualTo(Yen.of(200));
    }

    @Test
    void whatAShopHasTakenOffIsNotChanged() {
        var order = place(ordered(2)
                .costing(new NewOrder.FixedAmounts(Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.of(400), Yen.of(5_600))));

        refusedChange(order, 100L, "ANY", "coupon: shop, points: shop");
    }

    @Test
    void pointsOfAShopAreNotOurs() {
        var order = place(ordered(2)
                .costing(new NewOrder.FixedAmounts(Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.of(400), Yen.of(5_600))));

        assertThat(totals(order).points()).isEqualTo(Yen.of(400));
        cancel(order, Map.of());
        assertThat(balances.of(customer)).isEqualTo(Yen.of(1_000));
    }

    private OrderMother ordered(int teas) {
        return OrderMother.of(tea, teas).from(customer);
    }

    private OrderNumber place(OrderMother order) {
        return placeOrders
                .place(List.of(order.build()), Preparation.LATER)
                .get(0)
                .orRefuse()
                .orderNumber();
    }

    private List<Placement> atOnce(List<OrderMother> orders) {
        return orders.stream()
                .map(order -> CompletableFuture.supplyAsync(() -> placeOrders
                        .place(List.of(order.build()), Preparation.LATER)
                        .get(0)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private void refused(OrderMother order, String field, String code) {
        assertThatThrownBy(() -> place(order)).isInstanceOf(InvalidInput.class).hasMessage(field + ": " + code);
    }

    private Totals totals(OrderNumber order) {
        return findOrder.get(order).totals();
    }

    private void cancel(OrderNumber order, Map<Integer, Integer> kept) {
        cancelRest.cancel(order, kept, CancelReason.requested("試験"), "tester");
    }

    private void change(OrderNumber order, int teas) {
        var lines = List.of(new NewOrder.Line(Sku.of(tea), teas, null, null, 0));
        changeOrder.change(order, new ChangeOrder.Changes(lines, false, null, null, null, null, null), "tester");
    }

    private void redeem(OrderNumber order, @Nullable Long points, @Nullable String coupon) {
        var nothingElse = new ChangeOrder.Changes(null, false, null, null, null, null, null);
        changeOrder.change(order, nothingElse.redeeming(points == null ? null : Yen.of(points), coupon), "tester");
    }

    private boolean raised(OrderNumber order) {
        try {
            redeem(order, 400L, null);
            return true;
        } catch (InvalidInput tooFew) {
            return false;
        }
    }

    private void refusedChange(OrderNumber order, @Nullable Long points, @Nullable String coupon, String problems) {
        assertThatThrownBy(() -> redeem(order, points, coupon))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(problems);
    }

    private CustomerNumber withPoints(long points) {
        var number = given.customer(CustomerMother.somebody());
        adjustPoints.adjust(number, Yen.of(points), "試験");
        return number;
    }
}
