package jp.otodoke.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

@UnitTest
class PortionTests {
    private static final List<TaxShare> WHOLE =
            List.of(new TaxShare(8, Yen.of(5980), Yen.of(442)), new TaxShare(10, Yen.of(550), Yen.of(50)));

    @Test
    void theWholeIsItself() {
        assertThat(Portion.of(WHOLE, Yen.of(6530))).isEqualTo(WHOLE);
    }

    @Property(tries = 300)
    void aPartIsSpreadAndItsTaxRoundedOncePerRate(@ForAll @LongRange(min = 0, max = 6529) long part) {
        var shares = Portion.of(WHOLE, Yen.of(part));

        assertThat(Yen.sum(shares, TaxShare::amount)).isEqualTo(Yen.of(part));
        assertThat(shares)
                .allSatisfy(share ->
                        assertThat(share.tax()).isEqualTo(share.amount().taxIncluded(share.percent())))
                .noneMatch(share -> share.amount().isNegative());
    }
}
