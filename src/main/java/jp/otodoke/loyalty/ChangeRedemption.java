package jp.otodoke.loyalty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import jp.otodoke.loyalty.RecordRedemptions.Redeemed;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other points or another coupon for an order that was placed already: what it has redeemed is its own to redeem again, and is not
 * asked for twice. What it does not need any more is given back by {@link KeepRedemption}.
 */
@Component
public class ChangeRedemption {
    private final PointAccounts accounts;
    private final OpenCoupons openCoupons;
    private final Coupons coupons;
    private final CouponUses uses;
    private final PointBook book;

    ChangeRedemption(
            PointAccounts accounts, OpenCoupons openCoupons, Coupons coupons, CouponUses uses, PointBook book) {
        this.accounts = accounts;
        this.openCoupons = openCoupons;
        this.coupons = coupons;
        this.uses = uses;
        this.book = book;
    }

    /**
     * What a changed order is to redeem.
     *
     * @param points null for those that it redeems, as far as there is something to pay
     * @param coupon as typed, null for the one that it uses, empty for none
     * @param day on which the order was placed
     * @param charges shipping and fee
     * @param buysFirst whether the customer has no other order
     */
    public record Asked(
            OrderNumber order,
            CustomerNumber customer,
            @Nullable Yen points,
            @Nullable String coupon,
            LocalDate day,
            Collection<Goods> goods,
            Yen charges,
            BooleanSupplier buysFirst) {
        /** The code of the coupon that is wanted; null for none. */
        @Nullable
        String code(@Nullable String used) {
            return coupon == null ? used : TextNormalizer.blank(coupon) ? null : Coupon.code(coupon);
        }
    }

    /**
     * For a look at what the order would cost.
     *
     * @throws InvalidInput naming what can't be redeemed
     */
    @Transactional(readOnly = true)
    public Reduction look(Asked asked) {
        return reduction(asked, false);
    }

    /**
     * For an order that is about to be changed: until the transaction ends nobody else redeems the same.
     *
     * @throws InvalidInput naming what can't be redeemed
     */
    @Transactional
    public Reduction open(Asked asked) {
        return reduction(asked, true);
    }

    /** Takes what the order redeems more, in the transaction in which it was opened. */
    @Transactional
    public void record(Redeemed redeemed) {
        var before = coupons.idOf(redeemed.order()).orElse(null);
        var now = redeemed.reduction().coupon();
        if (!Objects.equals(before, now)) {
            uses.giveUp(redeemed.order());
            if (now != null) {
                uses.add(List.of(redeemed));
            }
        }
        var more = redeemed.reduction().points().minus(used(redeemed.order()));
        if (more.isPositive()) {
            book.take(PointKind.USED, List.of(new PointEntry(redeemed.customer(), redeemed.order(), more)), null);
        }
    }

    /** Coupons are locked before accounts, as where orders are placed. */
    private Reduction reduction(Asked asked, boolean lock) {
        var current = coupons.of(asked.order());
        var code = asked.code(current.map(Coupon::code).orElse(null));
        if (lock) {
            openCoupons.lockAll(Stream.concat(current.map(Coupon::code).stream(), Stream.ofNullable(code))
                    .distinct()
                    .toList());
            accounts.lock(List.of(asked.customer()));
        }
        var kept = current.filter(coupon -> coupon.code().equals(code));
        return kept.isPresent() ? withKept(asked, kept.get()) : withOther(asked, code);
    }

    /** Its terms are asked again only for the minimum: it was taken when it could be. */
    private Reduction withKept(Asked asked, Coupon coupon) {
        var discount = coupon.discount(asked.goods());
        if (asked.coupon() != null && discount.isZero()) {
            throw new InvalidInput(
                    "coupon", "minimum", BilingualText.of("coupon.problem.minimum", coupon.code(), coupon.minimum()));
        }
        var toPay = asked.charges().minus(discount);
        var points = points(asked, Map.of(), new Redemption(wanted(asked), null), toPay);
        return new Reduction(
                discount,
                points.points(),
                discount.isZero() ? null : coupons.idOf(asked.order()).orElse(null));
    }

    private Reduction withOther(Asked asked, @Nullable String code) {
        var open = code == null
                ? Map.<String, OpenCoupon>of()
                : openCoupons.find(List.of(code), List.of(asked.customer()), false);
        return points(asked, open, new Redemption(wanted(asked), code), asked.charges());
    }

    private static Yen wanted(Asked asked) {
        return Optional.ofNullable(asked.points()).orElse(Yen.ZERO);
    }

    private Reduction points(Asked asked, Map<String, OpenCoupon> open, Redemption wanted, Yen charges) {
        var used = used(asked.order());
        var available = accounts.available(List.of(asked.customer()))
                .getOrDefault(asked.customer(), Yen.ZERO)
                .plus(used);
        var who = new Redeemer(asked.customer(), asked.customer().value(), asked.buysFirst());
        var reduction = new Redemptions(Map.of(asked.customer(), available), open)
                .reduce(wanted, who, asked.day(), asked.goods(), charges);
        if (asked.points() != null) {
            return reduction;
        }
        var toPay = Yen.sum(asked.goods(), Goods::amount).plus(charges).minus(reduction.discount());
        return new Reduction(reduction.discount(), used.min(toPay.max(Yen.ZERO)), reduction.coupon());
    }

    private Yen used(OrderNumber order) {
        return accounts.used(List.of(order)).getOrDefault(order, Yen.ZERO);
    }
}
