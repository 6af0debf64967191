package jp.otodoke.loyalty;

import java.util.List;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what orders redeem, in the transaction in which it was opened. */
@Component
public class RecordRedemptions {
    private final PointBook book;
    private final CouponUses uses;

    RecordRedemptions(PointBook book, CouponUses uses) {
        this.book = book;
        this.uses = uses;
    }

    @Transactional
    public void record(List<Redeemed> redeemed) {
        var points = redeemed.stream()
                .filter(one -> one.reduction().points().isPositive())
                .map(one -> new PointEntry(
                        one.customer(), one.order(), one.reduction().points()))
                .toList();
        var coupons = redeemed.stream()
                .filter(one -> one.reduction().coupon() != null)
                .toList();
        if (!points.isEmpty()) {
            book.take(PointKind.USED, points, null);
        }
        if (!coupons.isEmpty()) {
            uses.add(coupons);
        }
    }

    /** @param sales what the order comes to */
    public record Redeemed(OrderNumber order, CustomerNumber customer, Reduction reduction, Yen sales) {}
}
