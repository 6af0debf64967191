package jp.otodoke.mothers;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.otodoke.loyalty.Coupon;
import jp.otodoke.loyalty.CouponKind;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** A coupon in the making, valid in the last quarter of 2026; each has a code of its own. */
public final class CouponMother {
    private final CouponKind kind;
    private final int value;
    private LocalDate from = LocalDate.of(2026, 10, 1);
    private LocalDate until = LocalDate.of(2026, 12, 31);
    private long minimum;
    private @Nullable Integer quota;
    private @Nullable Integer perCustomer;
    private boolean first;
    private Set<Sku> skus = Set.of();

    private CouponMother(CouponKind kind, int value) {
        this.kind = kind;
        this.value = value;
    }

    public static CouponMother yen(int off) {
        return new CouponMother(CouponKind.AMOUNT, off);
    }

    public static CouponMother percent(int off) {
        return new CouponMother(CouponKind.PERCENT, off);
    }

    public CouponMother between(LocalDate firstDay, LocalDate lastDay) {
        from = firstDay;
        until = lastDay;
        return this;
    }

    public CouponMother from(long goods) {
        minimum = goods;
        return this;
    }

    public CouponMother quota(int orders) {
        quota = orders;
        return this;
    }

    public CouponMother perCustomer(int orders) {
        perCustomer = orders;
        return this;
    }

    public CouponMother firstPurchase() {
        first = true;
        return this;
    }

    public CouponMother only(String... products) {
        skus = Set.of(products).stream().map(Sku::of).collect(Collectors.toSet());
        return this;
    }

    public Coupon build() {
        return new Coupon(
                "T-" + UUID.randomUUID().toString().substring(0, 8),
                "試験のクーポン",
                from,
                until,
                kind,
                value,
                Yen.of(minimum),
                quota,
                perCustomer,
                first,
                true,
                skus);
    }
}
