package jp.otodoke.inventory;

/** Pieces of one SKU: in the house, kept for orders, free, and on the way in. */
public record StockLevel(String sku, long onHand, long allocated, long available, long incoming) {}
