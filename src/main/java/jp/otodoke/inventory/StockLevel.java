package jp.otodoke.inventory;

import jp.otodoke.shared.Sku;

/** Good pieces of one SKU, of one warehouse or of all: on hand, allocated, available, incoming. */
public record StockLevel(Sku sku, long onHand, long allocated, long available, long incoming) {}
