package jp.otodoke.loyalty;

import jp.otodoke.shared.Yen;

/** How much a coupon takes off. */
public enum CouponKind {
    AMOUNT {
        @Override
        Yen of(Yen goods, int value) {
            return Yen.of(value).min(goods);
        }
    },
    PERCENT {
        @Override
        Yen of(Yen goods, int value) {
            return goods.share(Yen.of(value), Yen.of(100));
        }
    };

    /** Never more than the goods; rounded down. */
    abstract Yen of(Yen goods, int value);
}
