package jp.otodoke.inventory;

import jp.otodoke.shared.Sku;

/** Free stock of this SKU has grown; orders that wait for it may try again. */
public record StockArrived(Sku sku) {}
