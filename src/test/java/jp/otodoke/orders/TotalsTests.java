package jp.otodoke.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tax is contained in what is paid, and is rounded down once per rate. */
@UnitTest
class TotalsTests {
    @Test
    void taxIsRoundedOncePerRateAndNotPerLine() {
        // Each line alone contains 7 (7.4), the three together 22 (22.2).
        var lines = List.of(line(1, 100, 8), line(1, 100, 8), line(1, 100, 8));

        assertThat(totals(lines, 0, 0, 0).tax().amount()).isEqualTo(22);
    }

    @Test
    void shippingAndFeeAreTaxedAtTheStandardRate() {
        var totals = totals(List.of(line(2, 3_000, 8)), 550, 330, 0);

        assertThat(totals.total().amount()).isEqualTo(6_880);
        assertThat(totals.tax().amount()).isEqualTo(444 + 80);
    }

    @Test
    void aReductionIsSharedByTheRatesAndTheOddYenGoesToTheHighest() {
        var shares = Totals.shares(
                List.of(line(1, 1_000, 8), line(1, 500, 10)), Yen.ZERO, Yen.ZERO, Yen.of(100), Yen.ZERO, 10);

        assertThat(shares)
                .containsExactly(new TaxShare(8, Yen.of(934), Yen.of(69)), new TaxShare(10, Yen.of(466), Yen.of(42)));
    }

    @Test
    void whatIsLeftAfterACancellationHasItsOwnTaxAndItsPartOfTheDiscount() {
        var ordered = List.of(line(2, 3_000, 8), line(1, 1_000, 10));
        var whole = totals(ordered, 500, 0, 701);

        var left = whole.remaining(
                List.of(ordered.get(0).cancelOpen(1), ordered.get(1).cancelOpen(0)), 10);

        assertThat(left.goods().amount()).isEqualTo(3_000);
        assertThat(left.discount().amount())
                .as("701 × 3/7, the odd yen for the customer")
                .isEqualTo(301);
        assertThat(left.total().amount()).isEqualTo(3_000 + 500 - 301);
        assertThat(left.tax().amount()).isEqualTo((3_000 - 258) * 8 / 108 + (500 - 43) * 10 / 110);
        assertThat(whole.remaining(ordered, 10)).isEqualTo(whole);
    }

    @Property(tries = 500)
    void theSharesOfAllRatesAreWhatIsPaid(
            @ForAll("lines") List<OrderLine> lines,
            @ForAll @IntRange(max = 2_000) int shipping,
            @ForAll @IntRange(max = 1_000) int fee,
            @ForAll @IntRange(max = 100) int percentOff) {
        var before = lines.stream().mapToLong(one -> one.amount().amount()).sum() + shipping + fee;
        var discount = before * percentOff / 100;

        var totals = totals(lines, shipping, fee, discount);
        var shares = Totals.shares(lines, Yen.of(shipping), Yen.of(fee), Yen.of(discount), Yen.ZERO, 10);

        assertThat(totals.total().amount()).isEqualTo(before - discount);
        assertThat(shares.stream().mapToLong(one -> one.amount().amount()).sum())
                .isEqualTo(totals.total().amount());
        assertThat(shares).allSatisfy(share -> {
            assertThat(share.amount().amount()).isNotNegative();
            assertThat(share.tax().amount())
                    .isEqualTo(share.amount().amount() * share.percent() / (100 + share.percent()));
        });
        assertThat(totals.tax().amount())
                .isEqualTo(shares.stream().mapToLong(one -> one.tax().amount()).sum());
    }

    /** What is paid by product adds up to what is paid for the goods, and none pays more than it costs. */
    @Property(tries = 500)
    void whatIsPaidIsSharedByTheProducts(
            @ForAll("lines") List<OrderLine> lines, @ForAll @IntRange(max = 100) int percentOff) {
        var all = new ArrayList<OrderLine>();
        for (int n = 0; n < lines.size(); n++) {
            var one = lines.get(n);
            all.add(OrderLine.ordered(1, Sku.of("T-" + n % 3), "茶", one.quantity(), one.unitPrice(), one.taxRate())
                    .ship(one.quantity()));
        }
        var goods = Yen.sum(all, OrderLine::amount);
        var totals = totals(all, 550, 0, goods.amount() * percentOff / 100);

        var parts = totals.paidByProduct(all);

        assertThat(Yen.sum(parts.values(), part -> part))
                .isEqualTo(goods.isPositive() ? totals.paidForGoods(all) : Yen.ZERO);
        parts.forEach((sku, part) -> assertThat(part.amount())
                .isNotNegative()
                .isLessThanOrEqualTo(all.stream()
                        .filter(line -> line.sku().equals(sku))
                        .mapToLong(line -> line.amount().amount())
                        .sum()));
    }

    private static Totals totals(List<OrderLine> lines, long shipping, long fee, long discount) {
        return Totals.of(lines, Yen.of(shipping), Yen.of(fee), Yen.ZERO, Yen.of(discount), Yen.ZERO, 10);
    }

    private static OrderLine line(int quantity, long price, int rate) {
        return OrderLine.ordered(1, Sku.of("T"), "茶", quantity, Yen.of(price), rate);
    }

    @Provide
    Arbitrary<List<OrderLine>> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.longs().between(0, 50_000),
                        Arbitraries.of(8, 10))
                .as(TotalsTests::line)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
