package jp.otodoke.inventory;

/** Free stock of this SKU has grown; orders that wait for it may try again. */
public record StockArrived(String sku) {}
