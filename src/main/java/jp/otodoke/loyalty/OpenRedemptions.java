package jp.otodoke.loyalty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out what orders may redeem. */
@Component
public class OpenRedemptions {
    private final PointAccounts accounts;
    private final OpenCoupons coupons;

    OpenRedemptions(PointAccounts accounts, OpenCoupons coupons) {
        this.accounts = accounts;
        this.coupons = coupons;
    }

    /**
     * For orders that are about to be placed: until the transaction ends nobody else redeems these points, or these coupons if
     * they are limited.
     */
    @Transactional
    public Redemptions open(Collection<Wanted> wanted) {
        return read(wanted, true);
    }

    /** For a look at what an order would cost. */
    @Transactional(readOnly = true)
    public Redemptions look(Collection<Wanted> wanted) {
        return read(wanted, false);
    }

    private Redemptions read(Collection<Wanted> wanted, boolean lock) {
        var customers = new ArrayList<CustomerNumber>();
        var codes = new ArrayList<String>();
        wanted.forEach(one -> {
            if (!one.redemption().points().isZero() && one.customer() != null) {
                customers.add(one.customer());
            }
            if (one.redemption().coupon() != null) {
                codes.add(Coupon.code(one.redemption().coupon()));
            }
        });
        var open = codes.isEmpty() ? Map.<String, OpenCoupon>of() : coupons.find(codes, known(wanted), lock);
        if (lock && !customers.isEmpty()) {
            accounts.lock(customers);
        }
        return new Redemptions(
                customers.isEmpty() ? Map.<CustomerNumber, Yen>of() : accounts.available(customers), open);
    }

    private static List<CustomerNumber> known(Collection<Wanted> wanted) {
        return wanted.stream().map(Wanted::customer).filter(Objects::nonNull).toList();
    }

    /** @param customer null for somebody new */
    public record Wanted(Redemption redemption, @Nullable CustomerNumber customer) {}
}
