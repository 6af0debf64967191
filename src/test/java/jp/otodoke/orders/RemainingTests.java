package jp.otodoke.orders;

import static jp.otodoke.orders.SampleOrders.LATER;
import static jp.otodoke.orders.SampleOrders.NOW;
import static jp.otodoke.orders.SampleOrders.cream;
import static jp.otodoke.orders.SampleOrders.order;
import static jp.otodoke.orders.SampleOrders.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an order comes to once pieces of it were cancelled. */
@UnitTest
class RemainingTests {
    private final TaxRates rates = mock();
    private final RemainingTotals remainingTotals = new RemainingTotals(rates);

    @BeforeEach
    void tenPercent() {
        given(rates.percent(TaxClass.STANDARD, LocalDate.of(2026, 11, 26))).willReturn(10);
    }

    @Test
    void withoutCancellationsItIsTheTotalAsItWasDecided() {
        var order = order();

        assertThat(remainingTotals.of(order)).isEqualTo(order.totals());
        verifyNoInteractions(rates);
    }

    @Test
    void shippingStaysWholeWhereAPartOfTheGoodsIsCancelled() {
        var order = order();
        order.cancel(CancelReason.requested("x"), Map.of(1, 1), LATER);

        var left = remainingTotals.of(order);

        assertThat(left.goods().amount()).isEqualTo(3000);
        assertThat(left.shipping().amount()).isEqualTo(500);
        assertThat(left.total().amount()).isEqualTo(3500);
        assertThat(left.tax().amount()).isEqualTo(3000 * 8 / 108 + 500 * 10 / 110);
    }

    @Test
    void whatHasShippedIsOwedThoughTheRestIsCancelled() {
        var order = order();
        order.ship(1, 2);
        order.cancel(CancelReason.requested("x"), Map.of(), LATER);

        assertThat(remainingTotals.of(order).total().amount()).isEqualTo(6500);
    }

    @Test
    void nothingIsOwedWhereAllIsCancelled() {
        var order = order();
        order.cancel(CancelReason.requested("x"), Map.of(), LATER);

        assertThat(remainingTotals.of(order))
                .isEqualTo(new Totals(Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO));
    }

    @Test
    void discountAndPointsCountInProportionToTheGoodsAndTheOddYenIsTheCustomers() {
        var whole = reduced(1000, 500);

        var left = whole.remaining(List.of(tea(3).cancelOpen(1), cream(1).cancelOpen(0)), 10);

        assertThat(left.discount().amount()).as("1,000 × 3/13 = 230.8").isEqualTo(231);
        assertThat(left.points().amount()).as("500 × 3/13 = 115.4").isEqualTo(116);
        assertThat(left.total().amount()).isEqualTo(3000 + 500 - 231 - 116);
    }

    @Test
    void whatCameBackIsNotOwedAndTakesItsPartOfTheReductionsWithIt() {
        var whole = reduced(1000, 500);

        var owed = whole.owed(List.of(tea(3).ship(3).takeBack(1), cream(1).cancelOpen(0)), 10);

        assertThat(owed)
                .as("2 of 3 teas")
                .isEqualTo(whole.remaining(List.of(tea(3).cancelOpen(2), cream(1).cancelOpen(0)), 10));
        assertThat(owed.total().amount()).as("1,000 and 500 × 6/13, rounded up").isEqualTo(6000 + 500 - 462 - 231);
    }

    @Test
    void nothingIsOwedWhereAllIsCancelledOrCameBack() {
        var owed = reduced(1000, 500)
                .owed(
                        List.of(
                                tea(3).ship(1).takeBack(1).cancelOpen(0),
                                cream(1).ship(1).takeBack(1)),
                        10);

        assertThat(owed.total().amount()).isZero();
        assertThat(owed.tax().amount()).isZero();
    }

    @Test
    void shippedPiecesEarnTheirGoodsAndTheFirstOfThemShippingAndFee() {
        var whole = reduced(1000, 500);

        assertThat(whole.earned(List.of(tea(3), cream(1)), 10))
                .as("nothing has left")
                .isEmpty();
        assertThat(sum(whole.earned(List.of(tea(3).ship(1), cream(1)), 10)))
                .as("1,000 and 500 × 3/13, rounded up")
                .isEqualTo(3000 + 500 - 231 - 116);
        assertThat(sum(whole.earned(List.of(tea(3).ship(3), cream(1).ship(1)), 10)))
                .isEqualTo(whole.total().amount());
    }

    @Test
    void onceNothingIsOpenWhatIsEarnedIsOwedWithTheSameTax() {
        var whole = reduced(1000, 500);
        var lines = List.of(tea(3).ship(2).takeBack(1).cancelOpen(0), cream(1).ship(1));

        var earned = whole.earned(lines, 10);

        var owed = whole.owed(lines, 10);
        assertThat(sum(earned)).isEqualTo(owed.total().amount());
        assertThat(Yen.sum(earned, Totals.TaxShare::tax)).isEqualTo(owed.tax());
    }

    private static long sum(List<Totals.TaxShare> shares) {
        return Yen.sum(shares, Totals.TaxShare::amount).amount();
    }

    @Test
    void theReductionsOfAllPartsAreNeverLessThanTheWhole() {
        var whole = reduced(1001, 0);

        var teas = whole.remaining(List.of(tea(3), cream(1).cancelOpen(0)), 10);
        var creams = whole.remaining(List.of(tea(3).cancelOpen(0), cream(1)), 10);

        assertThat(teas.discount().amount() + creams.discount().amount()).isBetween(1001L, 1002L);
    }

    @Test
    void aReductionOfGoodsThatCostNothingStaysAsItWas() {
        var sample = OrderLine.ordered(1, Sku.of("SAMPLE"), "見本", 2, Yen.of(0), 8);
        var whole = Totals.of(List.of(sample), Yen.of(500), Yen.ZERO, Yen.ZERO, Yen.of(300), Yen.ZERO, 10);

        var left = whole.remaining(List.of(sample.cancelOpen(1)), 10);

        assertThat(left.discount().amount()).isEqualTo(300);
        assertThat(left.total().amount()).isEqualTo(200);
    }

    @Test
    void wrappingIsPartOfTheFeeAndStaysWhole() {
        var whole = Totals.of(List.of(tea(3)), Yen.of(500), Yen.of(660), Yen.of(330), Yen.ZERO, Yen.ZERO, 10);

        var left = whole.remaining(List.of(tea(3).cancelOpen(1)), 10);

        assertThat(left.fee().amount()).isEqualTo(660);
        assertThat(left.wrapping().amount()).isEqualTo(330);
        assertThat(left.otherFee().amount()).isEqualTo(330);
    }

    @Test
    void theRateIsThatOfTheDayTheOrderWasPlacedOn() {
        given(rates.percent(TaxClass.STANDARD, LocalDate.of(2026, 11, 25))).willReturn(5);
        var order = order(OrderMother.of("TEA", 3).at(NOW.minusSeconds(86_400)).build());
        order.cancel(CancelReason.requested("x"), Map.of(1, 1), LATER);

        assertThat(remainingTotals.of(order).tax().amount()).isEqualTo(3000 * 8 / 108 + 500 * 5 / 105);
    }

    private static Totals reduced(long discount, long points) {
        return Totals.of(
                List.of(tea(3), cream(1)), Yen.of(500), Yen.ZERO, Yen.ZERO, Yen.of(discount), Yen.of(points), 10);
    }
}
