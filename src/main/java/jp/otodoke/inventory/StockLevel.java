package jp.otodoke.inventory;

/** Pieces of one SKU: on hand, allocated, available, incoming. */
public record StockLevel(String sku, long onHand, long allocated, long available, long incoming) {}
