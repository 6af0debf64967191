package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.otodoke.UnitTest;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which claims of a payer a deposit pays together. */
@UnitTest
class ClaimSumsTests {
    @Test
    void theOnlySumIsFound() {
        assertThat(sums(5_000, 1_000, 2_000, 3_500, 4_000)).singleElement().satisfies(sum -> assertThat(sum)
                .extracting(claim -> claim.open().amount())
                .containsExactly(4_000L, 1_000L));
    }

    @Test
    void oneClaimIsNoSum() {
        assertThat(sums(1_000, 1_000, 2_500)).isEmpty();
    }

    @Test
    void twoSumsAreBothTold() {
        assertThat(sums(3_000, 1_000, 2_000, 1_500, 1_500)).hasSize(2);
    }

    @Test
    void ofManyClaimsNoneIsGuessed() {
        assertThat(sums(2, LongStream.generate(() -> 1).limit(13).toArray())).isEmpty();
    }

    @Property(tries = 200)
    void whateverIsFoundAddsUp(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 9) Integer> open,
            @ForAll @IntRange(min = 1, max = 40) int amount) {
        var found = sums(amount, open.stream().mapToLong(Integer::longValue).toArray());

        assertThat(found).allSatisfy(sum -> {
            assertThat(Yen.sum(sum, Claim::open)).isEqualTo(Yen.of(amount));
            assertThat(sum).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        });
    }

    private static List<List<Claim>> sums(long amount, long... open) {
        var owed = IntStream.range(0, open.length)
                .mapToObj(i -> new Claim(
                        ReceivableNumber.of("F%08d".formatted(i + 1)),
                        null,
                        null,
                        "C00000001",
                        "",
                        PaymentMethod.BANK_TRANSFER,
                        true,
                        Yen.of(open[i])))
                .toList();
        return ClaimSums.of(owed, Yen.of(amount));
    }
}
