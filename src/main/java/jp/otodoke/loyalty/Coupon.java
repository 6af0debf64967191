package jp.otodoke.loyalty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A coupon.
 *
 * @param code in capitals of half width
 * @param validUntil the last day
 * @param value yen or per cent, by kind
 * @param minimum goods that an order needs for it
 * @param quota how many orders may use it altogether; null for any number
 * @param perCustomer how many orders of one customer may use it; null for any number
 * @param skus the products that it reduces; empty for all
 */
public record Coupon(
        String code,
        String name,
        LocalDate validFrom,
        LocalDate validUntil,
        CouponKind kind,
        int value,
        Yen minimum,
        @Nullable Integer quota,
        @Nullable Integer perCustomer,
        boolean firstPurchase,
        boolean active,
        Set<Sku> skus) {
    public Coupon {
        code = code(code);
        skus = Set.copyOf(skus);
    }

    /** As it is compared: width and case are ignored. */
    public static String code(@Nullable String typed) {
        return TextNormalizer.clean(typed).toUpperCase(Locale.ROOT);
    }

    /** What it takes off these goods; nothing if they are fewer than it needs. */
    public Yen discount(Collection<Goods> goods) {
        return reaches(goods) ? kind.of(reduced(goods), value) : Yen.ZERO;
    }

    boolean reaches(Collection<Goods> goods) {
        var sum = reduced(goods);
        return sum.isPositive() && sum.isAtLeast(minimum);
    }

    private Yen reduced(Collection<Goods> goods) {
        return Yen.sum(
                goods.stream()
                        .filter(line -> skus.isEmpty() || skus.contains(line.sku()))
                        .toList(),
                Goods::amount);
    }
}
