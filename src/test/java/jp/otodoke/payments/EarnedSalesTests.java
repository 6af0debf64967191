package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is waived is not sold. */
@Tag("unit")
class EarnedSalesTests {
    @Test
    void allIsSoldWhereAllIsCharged() {
        var earned = List.of(share(8, 6000), share(10, 880));

        assertThat(EarnedSales.within(earned, Yen.of(6880))).isEqualTo(earned);
    }

    @Test
    void lessIsSoldAtEachRateWhereLessIsCharged() {
        var earned = List.of(share(8, 6000), share(10, 880));

        assertThat(EarnedSales.within(earned, Yen.of(5000)))
                .containsExactly(share(8, 6000L * 5000 / 6880), share(10, 5000 - 6000L * 5000 / 6880));
    }

    @Property
    @Tag("unit")
    void itIsNeverMoreThanChargedNorThanEarned(
            @ForAll @LongRange(max = 1_000_000) long at8,
            @ForAll @LongRange(max = 1_000_000) long at10,
            @ForAll @LongRange(max = 2_000_000) long charged) {
        var sold = EarnedSales.within(List.of(share(8, at8), share(10, at10)), Yen.of(charged));

        assertThat(Yen.sum(sold, TaxShare::amount).amount()).isEqualTo(Math.min(at8 + at10, charged));
        assertThat(sold).allSatisfy(share -> assertThat(share.tax())
                .isEqualTo(share.amount().taxIncluded(share.percent())));
    }

    private static TaxShare share(int rate, long amount) {
        return new TaxShare(rate, Yen.of(amount), Yen.of(amount).taxIncluded(rate));
    }
}
