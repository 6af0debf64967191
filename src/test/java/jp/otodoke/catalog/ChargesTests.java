package jp.otodoke.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Given;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ModuleTest
class ChargesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Charges charges;
    private final TaxRates taxRates;
    private final Given given;
    private final ChangeWrappingFee changeWrappingFee;
    private final TestClock clock;

    @Autowired
    ChargesTests(
            Charges charges, TaxRates taxRates, Given given, ChangeWrappingFee changeWrappingFee, TestClock clock) {
        this.changeWrappingFee = changeWrappingFee;
        this.clock = clock;
        this.charges = charges;
        this.taxRates = taxRates;
        this.given = given;
    }

    @ParameterizedTest
    @CsvSource({"東京都,6000,550", "北海道,6000,880", "沖縄県,6000,1100", "東京都,9999,550", "東京都,10000,0", "沖縄県,10000,0"})
    void shippingDependsOnPrefectureAndGoods(String prefecture, long goods, long fee) {
        assertThat(charges.shippingFee(prefecture, Yen.of(goods), DAY)).isEqualTo(Yen.of(fee));
    }

    @ParameterizedTest
    @CsvSource({"6550,330", "9999,330", "10000,440", "29999,440", "30000,660", "99999,660", "100000,1100", "300000,1100"
    })
    void theFeeForCashOnDeliveryGoesByTiers(long amount, long fee) {
        assertThat(charges.codFee(Yen.of(amount), DAY)).isEqualTo(Yen.of(fee));
    }

    @Test
    @Transactional
    void wrappingCostsFromADayOnWhatStaffDecide() {
        clock.set("2026-11-22T10:00:00+09:00");
        assertThat(charges.wrappingFee(DAY)).isEqualTo(Yen.ZERO);

        changeWrappingFee.change(DAY, Yen.of(330));
        changeWrappingFee.change(DAY.plusDays(10), Yen.of(440));
        changeWrappingFee.change(DAY.plusDays(10), Yen.of(550));

        assertThat(charges.wrappingFee(DAY.minusDays(1))).isEqualTo(Yen.ZERO);
        assertThat(charges.wrappingFee(DAY.plusDays(9))).isEqualTo(Yen.of(330));
        assertThat(charges.wrappingFee(DAY.plusDays(10))).isEqualTo(Yen.of(550));
        assertThatThrownBy(() -> changeWrappingFee.change(DAY.minusDays(1), Yen.of(330)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changeWrappingFee.change(DAY, Yen.of(-1))).isInstanceOf(InvalidInput.class);
    }

    @Test
    @Transactional
    void aNewTariffCountsFromItsDayOn() {
        given.tariff(LocalDate.of(2027, 1, 1), 600, 500);

        assertThat(charges.shippingFee("東京都", Yen.of(100), LocalDate.of(2026, 12, 31)))
                .isEqualTo(Yen.of(550));
        assertThat(charges.shippingFee("東京都", Yen.of(100), LocalDate.of(2027, 1, 1)))
                .isEqualTo(Yen.of(600));
        assertThat(charges.codFee(Yen.of(100), LocalDate.of(2027, 1, 1))).isEqualTo(Yen.of(500));
    }

    @ParameterizedTest
    @CsvSource({"STANDARD,2019-09-30,8", "STANDARD,2019-10-01,10", "REDUCED,2019-10-01,8", "STANDARD,2026-11-22,10"})
    void taxRatesAreDated(TaxClass taxClass, LocalDate day, int percent) {
        assertThat(taxRates.percent(taxClass, day)).isEqualTo(percent);
    }
}
