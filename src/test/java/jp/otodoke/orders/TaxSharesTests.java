package jp.otodoke.orders;

import static jp.otodoke.orders.SampleOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;

/** What the papers of an order say of its taxes. */
@UnitTest
class TaxSharesTests {
    private final TaxRates rates = mock();
    private final TaxShares shares = new TaxShares(rates);

    @Test
    void eachRateHasItsGoodsAndShippingCountsAtTheStandardRate() {
        given(rates.percents(LocalDate.of(2026, 11, 26))).willReturn(Map.of(TaxClass.STANDARD, 10));

        assertThat(shares.of(order()))
                .containsExactly(
                        new TaxShare(8, Yen.of(9000), Yen.of(666)), new TaxShare(10, Yen.of(4500), Yen.of(409)));
    }

    @Test
    void theDayOfTheOrderIsTheOneInTokyo() {
        given(rates.percents(LocalDate.of(2026, 11, 26))).willReturn(Map.of(TaxClass.STANDARD, 10));
        var lateInLondon = Instant.parse("2026-11-25T15:30:00Z");

        var order = order(OrderMother.of("TEA", 3).at(lateInLondon).build());

        assertThat(shares.of(order)).extracting(TaxShare::percent).containsExactly(8, 10);
    }

    @Test
    void aRateThatNothingFallsToIsLeftOut() {
        given(rates.percents(LocalDate.of(2026, 11, 26))).willReturn(Map.of());

        assertThat(shares.of(order())).extracting(TaxShare::percent).containsExactly(0, 8, 10);

        given(rates.percents(LocalDate.of(2026, 11, 26))).willReturn(Map.of(TaxClass.STANDARD, 12));
        var onlyTea = order();
        onlyTea.reprice(
                PaymentMethod.CASH_ON_DELIVERY,
                SampleOrders.priced(OrderMother.of("TEA", 1).build(), 0, SampleOrders.tea(1)),
                SampleOrders.NOW);
        assertThat(shares.of(onlyTea)).extracting(TaxShare::percent).containsExactly(8);
    }
}
