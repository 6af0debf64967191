package jp.otodoke.inventory;

import jp.otodoke.shared.Sku;

/** Pieces of one SKU: on hand, allocated, available, incoming. */
public record StockLevel(Sku sku, long onHand, long allocated, long available, long incoming) {}
