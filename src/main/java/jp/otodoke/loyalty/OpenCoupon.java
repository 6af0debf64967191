package jp.otodoke.loyalty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A coupon while orders redeem it: how often it may still be used, altogether and by whom. */
final class OpenCoupon {
    private final long id;
    private final Coupon terms;
    private int used;
    private final Map<String, Integer> usedBy = new HashMap<>();

    OpenCoupon(long id, Coupon terms, int used) {
        this.id = id;
        this.terms = terms;
        this.used = used;
    }

    long id() {
        return id;
    }

    Coupon terms() {
        return terms;
    }

    void usedBefore(String who, int times) {
        usedBy.put(who, times);
    }

    /** Why it can't be used; null if it can. */
    @Nullable
    String refusal(Redeemer who, LocalDate day, Collection<Goods> goods) {
        if (!terms.active()) {
            return "inactive";
        } else if (day.isBefore(terms.validFrom())) {
            return "not-yet";
        } else if (day.isAfter(terms.validUntil())) {
            return "expired";
        } else if (!terms.reaches(goods)) {
            return "minimum";
        }
        return spent(who);
    }

    private @Nullable String spent(Redeemer who) {
        var quota = terms.quota();
        var most = terms.perCustomer();
        var before = usedBy.getOrDefault(who.key(), 0);
        if (most != null && before >= most) {
            return "used";
        } else if (quota != null && used >= quota) {
            return "quota";
        } else if (terms.firstPurchase() && (before > 0 || !who.buysFirst().getAsBoolean())) {
            return "first-purchase";
        }
        return null;
    }

    void use(Redeemer who) {
        used++;
        usedBy.merge(who.key(), 1, Integer::sum);
    }
}
