package jp.otodoke.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.mothers.CouponMother;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a coupon takes off, and whom it refuses. */
@UnitTest
class CouponTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Redeemer HANAKO = who("C1", true);
    private static final Redeemer TARO = who("C2", false);

    @Test
    void anAmountNeverExceedsTheGoods() {
        assertThat(CouponMother.yen(500).build().discount(tea(3_000))).isEqualTo(Yen.of(500));
        assertThat(CouponMother.yen(500).build().discount(tea(300))).isEqualTo(Yen.of(300));
    }

    @Test
    void aShareIsRoundedDown() {
        assertThat(CouponMother.percent(10).build().discount(tea(3_999))).isEqualTo(Yen.of(399));
    }

    @Test
    void onlyItsProductsCount() {
        var coupon = CouponMother.percent(50).only("HF-001").from(1_000).build();
        var goods = List.of(line("HF-001", 1_000), line("HF-002", 5_000));

        assertThat(coupon.discount(goods)).isEqualTo(Yen.of(500));
        assertThat(coupon.discount(List.of(line("HF-002", 5_000)))).isEqualTo(Yen.ZERO);
    }

    @Test
    void widthAndCaseOfACodeDoNotMatter() {
        assertThat(Coupon.code(" ｗelcome５00 ")).isEqualTo("WELCOME500");
    }

    @Test
    void eachRefusalHasItsCode() {
        refused(CouponMother.yen(1).between(TODAY.plusDays(1), TODAY.plusDays(2)), 0, HANAKO, "not-yet");
        refused(CouponMother.yen(1).between(TODAY.minusDays(2), TODAY.minusDays(1)), 0, HANAKO, "expired");
        refused(CouponMother.yen(1).from(3_001), 0, HANAKO, "minimum");
        refused(CouponMother.yen(1).quota(3), 3, HANAKO, "quota");
        refused(CouponMother.yen(1).firstPurchase(), 0, TARO, "first-purchase");
        var opened = opened(CouponMother.yen(1).perCustomer(1), 0);
        opened.redeem(HANAKO);
        opened.refused(HANAKO, "used");
        opened.redeem(TARO);
    }

    @Test
    void theFirstAndTheLastDayCount() {
        opened(CouponMother.yen(1).between(TODAY, TODAY), 0).redeem(HANAKO);
    }

    @Test
    void aQuotaIsSharedByTheOrdersOfOneList() {
        var opened = opened(CouponMother.yen(1).quota(3), 1);

        opened.redeem(HANAKO);
        opened.redeem(TARO);
        opened.refused(HANAKO, "quota");
    }

    @Test
    void theFirstPurchaseIsOnlyTheFirstOfAList() {
        var opened = opened(CouponMother.yen(1).firstPurchase(), 0);

        opened.redeem(HANAKO);
        opened.refused(HANAKO, "first-purchase");
    }

    @Property(tries = 500)
    void nobodyPaysLessThanNothing(
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @IntRange(min = 1, max = 9_999_999) int yen,
            @ForAll @IntRange(max = 1_000_000) int goods) {
        assertThat(CouponMother.percent(percent).build().discount(tea(goods)).amount())
                .isBetween(0L, (long) goods);
        assertThat(CouponMother.yen(yen).build().discount(tea(goods)).amount()).isBetween(0L, (long) goods);
    }

    private static void refused(CouponMother coupon, int used, Redeemer who, String code) {
        opened(coupon, used).refused(who, code);
    }

    private static Opened opened(CouponMother coupon, int used) {
        var terms = coupon.build();
        var open = Map.of(terms.code(), new OpenCoupon(1, terms, used));
        return new Opened(terms.code(), new Redemptions(new HashMap<>(), open));
    }

    private static Redeemer who(String number, boolean first) {
        return new Redeemer(CustomerNumber.of(number), number, () -> first);
    }

    private static List<Goods> tea(long amount) {
        return List.of(line("HF-001", amount));
    }

    private static Goods line(String sku, long amount) {
        return new Goods(Sku.of(sku), Yen.of(amount));
    }

    private record Opened(String code, Redemptions redemptions) {
        void redeem(Redeemer who) {
            var reduction = redemptions.reduce(
                    new Redemption(Yen.ZERO, code.toLowerCase(Locale.ROOT)), who, TODAY, tea(3_000), Yen.ZERO);
            assertThat(reduction.discount()).isEqualTo(Yen.of(1));
        }

        void refused(Redeemer who, String problem) {
            assertThatThrownBy(
                            () -> redemptions.reduce(new Redemption(Yen.ZERO, code), who, TODAY, tea(3_000), Yen.ZERO))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("coupon: " + problem);
        }
    }
}
