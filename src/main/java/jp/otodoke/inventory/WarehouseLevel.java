package jp.otodoke.inventory;

/** Good pieces of one SKU in one warehouse: on hand, allocated, available, incoming. */
public record WarehouseLevel(Warehouse warehouse, long onHand, long allocated, long available, long incoming) {}
