package jp.otodoke.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goods earn where groups of products have rates of their own. */
@UnitTest
class PointSharesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final PointRate ALL = rate(1, null, 10);
    private static final PointRate TEAS = rate(2, "お茶", 50);

    @Test
    void theRateOfTheGroupCountsBeforeThatForAll() {
        var rates = List.of(ALL, TEAS);

        assertThat(PointRates.on(DAY, "お茶", rates)).contains(TEAS);
        assertThat(PointRates.on(DAY, "化粧品", rates)).contains(ALL);
        assertThat(PointRates.on(DAY, null, rates)).contains(ALL);
        assertThat(PointRates.on(DAY, null, List.of(TEAS))).isEmpty();
    }

    @Test
    void aLowerRateOfTheGroupCountsTooAndOnlyOnItsDays() {
        var none = new PointRate(3, "対象外", "お茶", 0, DAY, DAY, 12);

        assertThat(PointRates.on(DAY, "お茶", List.of(ALL, none))).contains(none);
        assertThat(PointRates.on(DAY.plusDays(1), "お茶", List.of(ALL, none))).contains(ALL);
    }

    @Test
    void eachRateIsRoundedDownOnce() {
        var shares = PointShares.of(
                Map.of(sku(0), Yen.of(199), sku(1), Yen.of(199), sku(2), Yen.of(99)),
                Map.of(sku(0), ALL, sku(1), ALL, sku(2), TEAS));

        assertThat(shares.points()).containsOnly(Map.entry(ALL, Yen.of(3)), Map.entry(TEAS, Yen.of(4)));
    }

    @Property(tries = 500)
    void thePartsNeverExceedTheWholeAtTheHighestRate(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(max = 100_000) Long> paid,
            @ForAll @IntRange(max = 1000) int one,
            @ForAll @IntRange(max = 1000) int other) {
        var rates = List.of(rate(1, null, one), rate(2, "お茶", other));
        var goods = new HashMap<Sku, Yen>();
        var rateOf = new HashMap<Sku, PointRate>();
        for (int n = 0; n < paid.size(); n++) {
            goods.put(sku(n), Yen.of(paid.get(n)));
            rateOf.put(sku(n), rates.get(n % 2));
        }

        var whole = Yen.sum(goods.values(), amount -> amount);
        var highest = rate(3, null, Math.max(one, other));
        var lowest = rate(4, null, Math.min(one, other));
        assertThat(PointShares.of(goods, rateOf).total().amount())
                .isLessThanOrEqualTo(highest.points(whole).amount())
                .isGreaterThanOrEqualTo(lowest.points(whole).amount() - 1);
    }

    /** Whatever was earned before by whichever rate, what is granted or taken back makes it what it is now. */
    @Property(tries = 500)
    void grantedAndTakenBackItComesToWhatIsEarnedNow(
            @ForAll @LongRange(max = 100_000) long all,
            @ForAll @LongRange(max = 100_000) long teas,
            @ForAll @LongRange(max = 5_000) long beforeAll,
            @ForAll @LongRange(max = 5_000) long beforeTeas) {
        var shares =
                PointShares.of(Map.of(sku(0), Yen.of(all), sku(1), Yen.of(teas)), Map.of(sku(0), ALL, sku(1), TEAS));
        var earned = Map.of(ALL.id(), Yen.of(beforeAll), TEAS.id(), Yen.of(beforeTeas));

        var more = Yen.sum(shares.more(earned).values(), amount -> amount);
        var less = Yen.sum(shares.less(earned).values(), amount -> amount);

        assertThat(more.isPositive() && less.isPositive()).isFalse();
        assertThat(Yen.of(beforeAll + beforeTeas).plus(more).minus(less)).isEqualTo(shares.total());
    }

    private static PointRate rate(long id, @Nullable String group, int perMille) {
        return new PointRate(id, "率 " + id, group, perMille, LocalDate.of(2026, 1, 1), null, 12);
    }

    private static Sku sku(int n) {
        return Sku.of("HF-00" + n);
    }
}
