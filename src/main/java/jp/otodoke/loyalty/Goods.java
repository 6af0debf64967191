package jp.otodoke.loyalty;

import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;

/** A line of an order as a coupon sees it, tax included. */
public record Goods(Sku sku, Yen amount) {}
