package jp.otodoke.loyalty;

import java.util.List;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what an order does not redeem any more, as the difference to what it has redeemed. */
@Component
public class KeepRedemption {
    private final PointAccounts accounts;
    private final PointBook book;
    private final CouponUses uses;

    KeepRedemption(PointAccounts accounts, PointBook book, CouponUses uses) {
        this.accounts = accounts;
        this.book = book;
        this.uses = uses;
    }

    /** Coupons are locked before accounts, as where orders are placed. */
    @Transactional
    public GivenBack keep(Kept kept) {
        var coupon = kept.givesUpCoupon() && uses.giveUp(kept.order());
        if (!kept.givesUpCoupon()) {
            uses.keep(kept.order(), kept.discount(), kept.sales());
        }
        accounts.lock(List.of(kept.customer()));
        var used = accounts.used(List.of(kept.order())).getOrDefault(kept.order(), Yen.ZERO);
        var back = used.minus(kept.points()).max(Yen.ZERO);
        if (back.isPositive()) {
            book.giveBack(List.of(new PointEntry(kept.customer(), kept.order(), back)));
        }
        return new GivenBack(back, coupon);
    }

    /** @param coupon whether the order gave up its coupon */
    public record GivenBack(Yen points, boolean coupon) {}

    /**
     * What an order still redeems.
     *
     * @param sales what it comes to
     */
    public record Kept(
            OrderNumber order, CustomerNumber customer, Yen points, Yen discount, Yen sales, boolean givesUpCoupon) {}
}
