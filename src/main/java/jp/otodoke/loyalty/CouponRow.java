package jp.otodoke.loyalty;

import jp.otodoke.shared.Yen;

/**
 * A coupon with what became of it.
 *
 * @param limitedUses counted where there is a quota
 * @param uses orders that use it
 * @param discount that these orders got
 * @param sales what these orders come to
 */
public record CouponRow(long id, Coupon terms, int limitedUses, long uses, Yen discount, Yen sales) {}
